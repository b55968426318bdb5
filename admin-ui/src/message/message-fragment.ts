import { graphql } from '../graphql/graphql.ts';

export const MessageFragment = graphql(`
  fragment Message on Message {
    id
    at
    text
    author { id name }
    readAt
    readBy { id name }
  }
`);
