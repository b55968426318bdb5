import { PetitionOwnershipsFragment } from '../case-ownership/case-ownership-fragments.ts';
import { graphql } from '../graphql/graphql.ts';

export const PetitionReceptionsFragment = graphql(
  `
  fragment PetitionReceptions on Petition {
    receptionTickets { id number state from mustBeTold receptionDay { id date halfDay leader { id name title } } }
    ...PetitionOwnerships
  }
`,
  [PetitionOwnershipsFragment],
);
