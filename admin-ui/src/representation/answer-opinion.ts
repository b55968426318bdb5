import { graphql } from '../graphql/graphql.ts';
import { RepresentationFragment } from './representation-fragment.ts';

export const AnswerRepresentationOpinion = graphql(
  `mutation AnswerRepresentationOpinion($input: AnswerOpinionInput!) { answerRepresentationOpinion(input: $input) { representation { id ...Representation } } }`,
  [RepresentationFragment],
);
