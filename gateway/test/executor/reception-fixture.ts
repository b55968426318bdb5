import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { type GraphQLSchema, parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const ROWS = 400;

type Row = Readonly<Record<string, unknown>>;
type Reference = { readonly id: string };
interface Page {
  readonly first: number;
  readonly offset: number;
}

const rows = (make: (at: number) => Row) => Array.from({ length: ROWS }, (_, at) => make(at));
const page =
  (list: readonly Row[]) =>
  (_: unknown, { first, offset }: Page) =>
    list.slice(offset, offset + first);
const byId = (list: readonly Row[]) => {
  const index = new Map(list.map((row) => [row.id, row]));
  return ({ id }: Reference) => index.get(id) ?? null;
};

const persons = rows((at) => ({
  id: `u${at}`,
  name: `经办人${at}`,
  avatarUrl: `/faces/${at % 17}.svg`,
  town: `第${at % 9}镇`,
  email: `u${at}@demo.example`,
  verified: at % 3 === 0,
}));

const petitions = rows((at) => ({
  id: `p${at}`,
  title: `关于第${at}号房屋登记的来信`,
  summary: '来信人称登记结果与实际不符，请求依法监督。'.repeat(2),
  status: ['REGISTERED', 'TRIAGED', 'ANSWERED'][at % 3],
  signatureCount: (at * 37) % 500,
  goal: 500,
  createdAt: `2026-0${(at % 9) + 1}-15T08:00:00Z`,
  tags: ['登记', '房屋', at % 2 ? '重复' : '首次'],
  author: { id: `u${(at * 7) % ROWS}` },
  station: { id: `s${at % 23}` },
}));

const stations = rows((at) => ({
  id: `s${at}`,
  name: `第${at}工作站`,
  city: `城市${at % 5}`,
  address: `中山路${at}号`,
  capacity: 10 + (at % 7),
  manager: { id: `u${(at * 3) % ROWS}` },
}));

const cases = rows((at) => ({
  id: `m${at}`,
  state: ['OPEN', 'CLOSED'][at % 2],
  openedAt: `2026-10-0${(at % 9) + 1}`,
  rounds: at % 4,
  mediator: { id: `u${(at * 11) % ROWS}` },
}));

const number = (id: string) => Number(id.slice(1));

const SUBGRAPHS = {
  people: {
    typeDefs: `
      type Query { me: Person! person(id: ID!): Person }
      type Person @key(fields: "id") {
        id: ID! name: String! avatarUrl: String town: String email: String verified: Boolean!
      }`,
    resolvers: {
      Query: { me: () => persons[0], person: (_: unknown, reference: Reference) => byId(persons)(reference) },
      Person: { __resolveReference: byId(persons) },
    },
  },
  petitions: {
    typeDefs: `
      type Query { petitions(first: Int!, offset: Int!): [Petition!]! }
      enum Status { REGISTERED TRIAGED ANSWERED }
      type Petition @key(fields: "id") {
        id: ID! title: String! summary: String! status: Status! signatureCount: Int! goal: Int! createdAt: String!
        tags: [String!]! author: Person! station: Station!
      }
      type Person @key(fields: "id", resolvable: false) { id: ID! }
      type Station @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Query: { petitions: page(petitions) }, Petition: { __resolveReference: byId(petitions) } },
  },
  stations: {
    typeDefs: `
      type Query { stations(first: Int!, offset: Int!): [Station!]! }
      type Station @key(fields: "id") {
        id: ID! name: String! city: String! address: String capacity: Int! manager: Person!
      }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Query: { stations: page(stations) }, Station: { __resolveReference: byId(stations) } },
  },
  mediation: {
    typeDefs: `
      type Query { mediationCases(first: Int!, offset: Int!): [MediationCase!]! }
      type MediationCase { id: ID! state: String! openedAt: String! rounds: Int! mediator: Person! }
      type Petition @key(fields: "id") { id: ID! mediation: MediationCase commentCount: Int! }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: { mediationCases: page(cases) },
      Petition: {
        mediation: ({ id }: Reference) => (number(id) % 3 ? cases[number(id)] : null),
        commentCount: ({ id }: Reference) => number(id) % 12,
      },
    },
  },
};

/** A plain federation with enough rows to measure: lists of 50, three hops, shared people. */
export function receptionSubgraphs(): ReadonlyMap<string, GraphQLSchema> {
  return new Map(
    Object.entries(SUBGRAPHS).map(([name, { typeDefs, resolvers }]) => [
      name,
      buildSubgraphSchema([{ typeDefs: parse(`${LINK}\n${typeDefs}`), resolvers: resolvers as never }]),
    ]),
  );
}

export function receptionSupergraph(): string {
  const services = Object.entries(SUBGRAPHS).map(([name, { typeDefs }]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(`${LINK}\n${typeDefs}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
