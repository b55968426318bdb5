import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const AbsenceFragment = graphql(`
  fragment AbsenceLine on Absence {
    id
    from
    to
    kind
    viewerCanChange
    staff { id name }
    duties { id date halfDay }
  }
`);
export type AbsenceLine = ResultOf<typeof AbsenceFragment>;

export const RecordAbsence = graphql(
  `
    mutation RecordAbsence($input: RecordAbsenceInput!) {
      recordAbsence(input: $input) { absence { id ...AbsenceLine staff { id absences { id ...AbsenceLine } } } }
    }
  `,
  [AbsenceFragment],
);
export const RemoveAbsence = graphql(
  `
    mutation RemoveAbsence($id: ID!) {
      removeAbsence(id: $id) { absence { id staff { id absences { id ...AbsenceLine } } } }
    }
  `,
  [AbsenceFragment],
);
