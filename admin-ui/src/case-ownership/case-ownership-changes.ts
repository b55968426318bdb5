import { graphql } from '../graphql/graphql.ts';
import { OwnershipFragment, PetitionOwnershipsFragment } from './case-ownership-fragments.ts';

/** Who may lead a case and who may carry it. */
export const OwnersQuery = graphql(`
  query CaseOwners {
    viewer {
      accountId
      institution { id today staff { id name title roles department { id name } } }
    }
  }
`);

export const OpenCaseOwnership = graphql(
  `
    mutation OpenCaseOwnership($input: OpenCaseOwnershipInput!) {
      openCaseOwnership(input: $input) { petition { id ...PetitionOwnerships } }
    }
  `,
  [PetitionOwnershipsFragment],
);
export const ChangeCaseOwnership = graphql(
  `
    mutation ChangeCaseOwnership($input: ChangeCaseOwnershipInput!) {
      changeCaseOwnership(input: $input) { caseOwnership { id ...CaseOwnershipLine } }
    }
  `,
  [OwnershipFragment],
);
export const CloseCaseOwnership = graphql(
  `
    mutation CloseCaseOwnership($input: CloseCaseOwnershipInput!) {
      closeCaseOwnership(input: $input) { caseOwnership { id ...CaseOwnershipLine } }
    }
  `,
  [OwnershipFragment],
);
