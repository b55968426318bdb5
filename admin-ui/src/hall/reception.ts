import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const ReceptionFragment = graphql(`
  fragment Reception on ReceptionDay {
    id
    date
    halfDay
    place
    leader { id name title }
    queue { number state from }
  }
`);

export type Reception = ResultOf<typeof ReceptionFragment>;
