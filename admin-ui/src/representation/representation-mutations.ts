import { graphql } from '../graphql/graphql.ts';
import { RepresentationFragment } from './representation-fragment.ts';

export const RepresentingLawyersQuery = graphql(`
  query RepresentingLawyers {
    lawyers { id name specialties firm { id name } }
  }
`);
export const ProposeRepresentation = graphql(
  `mutation ProposeRepresentation($input: ProposeRepresentationInput!) { proposeRepresentation(input: $input) { representation { id matter { id representations { id } } ...Representation } } }`,
  [RepresentationFragment],
);
export const AnswerRepresentation = graphql(
  `mutation AnswerRepresentation($input: AnswerRepresentationInput!) { answerRepresentation(input: $input) { representation { id ...Representation } } }`,
  [RepresentationFragment],
);
export const OverrideRepresentation = graphql(
  `mutation OverrideRepresentation($input: OverrideRepresentationInput!) { overrideRepresentation(input: $input) { representation { id ...Representation } } }`,
  [RepresentationFragment],
);
export const EndRepresentation = graphql(
  `mutation EndRepresentation($input: EndRepresentationInput!) { endRepresentation(input: $input) { representation { id ...Representation } } }`,
  [RepresentationFragment],
);
export const GiveRepresentationOpinion = graphql(
  `mutation GiveRepresentationOpinion($id: ID!, $text: String!) { giveRepresentationOpinion(id: $id, text: $text) { representation { id ...Representation } } }`,
  [RepresentationFragment],
);
