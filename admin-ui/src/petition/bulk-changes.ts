import { graphql } from '../graphql/graphql.ts';

/** Read when the dialog opens: the list itself does not need them. */
export const BulkColleaguesQuery = graphql(`
  query BulkColleagues {
    viewer { accountId institution { id departments { id name } staff(role: HANDLER) { id name title roles department { id name } } } }
  }
`);

export const BulkAssign = graphql(`
  mutation BulkAssign($input: AssignPetitionInput!) {
    assignPetition(input: $input) { petition { id version handler { id name } handlingDepartment { id } } }
  }
`);
export const BulkChase = graphql(`
  mutation BulkChase($input: AddTaskInput!) {
    addTask(input: $input) { petition { id } }
  }
`);
