import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const ReceptionFragment = graphql(`
  fragment Reception on ReceptionDay {
    id
    date
    halfDay
    place
    leader { id name title }
  }
`);

export type Reception = ResultOf<typeof ReceptionFragment>;
