import { graphql } from '../graphql/graphql.ts';

/** Somebody beside the petitioner who is answered. */
export const CorrespondentFragment = graphql(`
  fragment Correspondent on Correspondent {
    id
    kind
    name
    address
    phone
  }
`);
