export interface Shape {
  readonly name: string;
  readonly document: string;
  /** Different for every request, so that nothing can be answered from a cache. */
  readonly variables: (request: number) => Readonly<Record<string, unknown>>;
}

const page = (request: number) => ({ first: 50, offset: (request * 7) % 300 });

/** One entity · a list of 50 joined from four subgraphs · the same three hops deep · a page of four small lists. */
export const SHAPES: readonly Shape[] = [
  {
    name: 'Me',
    document: 'query Me($id: ID!) { person(id: $id) { id name avatarUrl } }',
    variables: (request) => ({ id: `u${request % 400}` }),
  },
  {
    name: 'List',
    document: `query List($first: Int!, $offset: Int!) {
      petitions(first: $first, offset: $offset) {
        id title status signatureCount goal createdAt tags
        author { id name avatarUrl } station { id name city } mediation { id state rounds } commentCount
      }
    }`,
    variables: page,
  },
  {
    name: 'Deep',
    document: `query Deep($first: Int!, $offset: Int!) {
      petitions(first: $first, offset: $offset) {
        id title summary status signatureCount goal createdAt tags
        author { id name avatarUrl town }
        station { id name city address capacity manager { id name email } }
        mediation { id state openedAt rounds mediator { id name verified } }
        commentCount
      }
    }`,
    variables: page,
  },
  {
    name: 'Dash',
    document: `query Dash($offset: Int!) {
      me { id name }
      petitions(first: 5, offset: $offset) { id title author { id name } }
      stations(first: 5, offset: $offset) { id name city }
      mediationCases(first: 5, offset: $offset) { id state mediator { id name } }
    }`,
    variables: (request) => ({ offset: request % 300 }),
  },
];
