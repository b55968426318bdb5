import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import type { LocalSubgraph } from '../../src/executor/transports/in-process.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override", "@interfaceObject"])`;

interface Subgraph {
  readonly typeDefs: string;
  readonly resolvers: Record<string, unknown>;
}

const people = ['ann', 'bob', 'cai'].map((id, at) => ({
  id,
  name: id.toUpperCase(),
  age: 30 + at,
  email: at === 1 ? null : `${id}@x`,
}));
const person = (id: string) => people.find((one) => one.id === id) ?? null;

/** Who people are. Also the interface that another subgraph extends as an interface object. */
const peopleSubgraph: Subgraph = {
  typeDefs: `
    type Query { people: [Person!]! person(id: ID!): Person me: Person! media: [Media!]! }
    type Mutation { rename(id: ID!, name: String!): Person }
    type Person @key(fields: "id") @key(fields: "email") { id: ID! name: String! age: Int email: String tags: [String!]! grid: [[Int]]! role: Role secret: String @inaccessible friends: [Person!]! }
    enum Role { CLERK LEADER GHOST @inaccessible }
    interface Media @key(fields: "id") { id: ID! title: String! }
    type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! }
    type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int }
    type Address @shareable { street: String city: String! }`,
  resolvers: {
    Query: {
      people: () => people,
      person: (_: unknown, { id }: { id: string }) => person(id),
      me: () => people[0],
      media: () => [
        { __typename: 'Book', id: 'b1', title: 'B', pages: 10 },
        { __typename: 'Film', id: 'f1', title: 'F', minutes: null },
      ],
    },
    Mutation: { rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...person(id), name }) },
    Person: {
      __resolveReference: (ref: { id?: string; email?: string }) =>
        people.find((one) => one.id === ref.id || (ref.email && one.email === ref.email)) ?? null,
      tags: ({ id }: { id: string }) => [id, 'person'],
      grid: ({ age }: { age: number }) => [[age, null], []],
      role: ({ id }: { id: string }) => ({ ann: 'CLERK', bob: 'GHOST' })[id] ?? null,
      friends: ({ id }: { id: string }) => people.filter((one) => one.id !== id),
    },
    Media: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Book: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Book', id, title: 'B', pages: 10 }) },
    Film: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Film', id, title: 'F', minutes: null }) },
  },
};

const letters = Array.from({ length: 6 }, (_, at) => ({
  id: `l${at}`,
  no: at,
  author: { id: ['ann', 'bob', 'cai', 'gone'][at % 4] },
  weight: at === 3 ? null : at,
}));

/** How many letters the long list holds. */
export const SHELF_SIZE = 250;

function shelf(first: number, from: number) {
  const ids = Array.from({ length: Math.max(0, Math.min(first, SHELF_SIZE - from)) }, (_, at) => from + at);
  return {
    edges: ids.map((at) => ({ node: { ...letters[at % letters.length], id: `l${at % letters.length}`, no: at } })),
    pageInfo: { hasNextPage: from + first < SHELF_SIZE, endCursor: String(from + first) },
    totalCount: SHELF_SIZE,
  };
}

/** What the subscription shows. */
export const shown = { letter: 'l1' };

/** What people wrote. */
const lettersSubgraph: Subgraph = {
  typeDefs: `
    type Query { letters(first: Int = 3, filter: LetterFilter): [Letter!]! letter(id: ID!): Letter feed: [Entry!]! shelf(first: Int!, after: String): Shelf! }
    type Shelf { edges: [ShelfEdge!]! pageInfo: ShelfPage! totalCount: Int! }
    type ShelfEdge { node: Letter! }
    type ShelfPage { hasNextPage: Boolean! endCursor: String }
    type Subscription { letterShown(place: ID): Letter }
    input LetterFilter { min: Int = 0 }
    union Entry = Letter | Notice
    type Notice { text: String! by: Person }
    type Letter @key(fields: "id") @key(fields: "no kind") { id: ID! no: Int! kind: String! author: Person weight: Int writer: Person! @provides(fields: "name") }
    type Person @key(fields: "id") { id: ID! name: String! @external age: Int @external letters: [Letter!]! seniority: String @requires(fields: "age") }
    type Address @shareable { street: String city: String! }`,
  resolvers: {
    Query: {
      letters: (_: unknown, { first, filter }: { first: number; filter?: { min: number } }) =>
        letters.filter(({ no }) => no >= (filter?.min ?? 0)).slice(0, first),
      shelf: (_: unknown, { first, after }: { first: number; after?: string }) => shelf(first, Number(after ?? 0)),
      letter: (_: unknown, { id }: { id: string }) => letters.find((one) => one.id === id) ?? null,
      feed: () => [
        { __typename: 'Letter', ...letters[1] },
        { __typename: 'Notice', text: 'hi', by: { id: 'cai' } },
      ],
    },
    Subscription: { letterShown: { resolve: () => letters.find(({ id }) => id === shown.letter) ?? null } },
    Letter: {
      __resolveReference: (ref: { id?: string; no?: number }) =>
        letters.find((one) => one.id === ref.id || one.no === ref.no) ?? null,
      kind: () => 'LETTER',
      writer: ({ author }: { author: { id: string } }) => ({
        id: author.id === 'gone' ? 'ann' : author.id,
        name: 'PEN',
      }),
    },
    Person: {
      letters: ({ id }: { id: string }) => letters.filter(({ author }) => author.id === id),
      seniority: ({ age }: { age?: number }) =>
        age === undefined || age === null ? null : age > 30 ? 'SENIOR' : 'JUNIOR',
    },
    Entry: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
};

/** Where things are; takes over a field of another subgraph. */
const placesSubgraph: Subgraph = {
  typeDefs: `
    type Query { places(near: String): [Place!]! }
    type Place @key(fields: "id") { id: ID! name: String! address: Address keeper: Person }
    type Address @shareable { street: String city: String! }
    type Person @key(fields: "id") { id: ID! home: Place }
    type Letter @key(fields: "no kind") { no: Int! @external kind: String! @external postedAt: Place! }`,
  resolvers: {
    Query: { places: () => [place('p1'), place('p2')] },
    Place: { __resolveReference: ({ id }: { id: string }) => place(id) },
    Person: { home: ({ id }: { id: string }) => (id === 'bob' ? null : place('p1')) },
    Letter: { postedAt: ({ no }: { no: number }) => place(no % 2 ? 'p1' : 'p2') },
  },
};

function place(id: string) {
  return {
    id,
    name: `Place ${id}`,
    address: { street: id === 'p1' ? null : 'Main', city: 'X' },
    keeper: { id: id === 'p1' ? 'ann' : 'gone' },
  };
}

/** What people think: an interface object, an override, and scores. */
const opinionsSubgraph: Subgraph = {
  typeDefs: `
    type Query { critics: [Person!]! }
    type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int! critic: Person }
    type Letter @key(fields: "id") { id: ID! weight: Int @override(from: "letters") score: Float! }
    type Person @key(fields: "id") { id: ID! rating: Int! }`,
  resolvers: {
    Query: { critics: () => [{ id: 'ann' }, { id: 'cai' }] },
    Media: {
      stars: ({ id }: { id: string }) => id.length,
      critic: ({ id }: { id: string }) => (id === 'b1' ? { id: 'bob' } : null),
    },
    Letter: { weight: ({ id }: { id: string }) => (id === 'l3' ? null : 100), score: () => 0.5 },
    Person: { rating: () => 5 },
  },
};

const SUBGRAPHS = {
  people: peopleSubgraph,
  letters: lettersSubgraph,
  places: placesSubgraph,
  opinions: opinionsSubgraph,
};
export type SubgraphName = keyof typeof SUBGRAPHS;
export const SUBGRAPH_NAMES = Object.keys(SUBGRAPHS) as SubgraphName[];

const schemas = Object.fromEntries(
  Object.entries(SUBGRAPHS).map(([name, { typeDefs, resolvers }]) => [
    name,
    buildSubgraphSchema([{ typeDefs: parse(`${LINK}\n${typeDefs}`), resolvers: resolvers as never }]),
  ]),
) as unknown as Record<SubgraphName, GraphQLSchema>;

export const supergraphSdl = compose();

function compose(): string {
  const services = SUBGRAPH_NAMES.map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(`${LINK}\n${SUBGRAPHS[name].typeDefs}`),
  }));
  const { supergraphSdl: sdl, errors } = composeServices(services);
  if (!sdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return sdl;
}

const documents = new Map<string, DocumentNode>();

/** Runs one fetch by graphql-js, as a subgraph would. */
export async function runSubgraph(name: SubgraphName, query: string, variables?: Readonly<Record<string, unknown>>) {
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  const result = await execute({
    schema: schemas[name],
    document,
    variableValues: variables,
    rootValue: {},
    contextValue: {},
  });
  return JSON.parse(JSON.stringify(result));
}

export const localSubgraphs = Object.fromEntries(
  SUBGRAPH_NAMES.map((name) => [
    name,
    (({ query, variables }) => runSubgraph(name, query, variables)) as LocalSubgraph<unknown>,
  ]),
) as Record<SubgraphName, LocalSubgraph<unknown>>;
