import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const OwnershipFragment = graphql(`
  fragment CaseOwnershipLine on CaseOwnership {
    id
    version
    petitionNumber
    plan
    outcome
    dueOn
    openedOn
    closedOn
    isOverdue
    viewerCanChange
    petition { id }
    leader { id name title }
    responsible { id name title }
  }
`);
export type Ownership = ResultOf<typeof OwnershipFragment>;

/** Of a petition, wherever it is shown. */
export const PetitionOwnershipsFragment = graphql(
  `
    fragment PetitionOwnerships on Petition {
      id
      caseOwnerships { id ...CaseOwnershipLine }
    }
  `,
  [OwnershipFragment],
);
