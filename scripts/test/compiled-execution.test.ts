import { isDeepStrictEqual } from 'node:util';
import { type GeneratedOperation, generateOperations } from '@everyletter/gateway/test/executor/generate-operations';
import { Execution } from '@everyletter/kit/execution';
import { buildSchema, execute, type GraphQLFieldResolver, parse } from 'graphql';
import { expect, test } from 'vitest';

const schema = buildSchema(`
  type Query { office(id: ID = "o1"): Office! offices(first: Int = 2): [Office!]! things: [Thing] nobody: Person }
  type Office { id: ID! title: String head: Person people: [Person!]! parent: Office }
  type Person { id: ID! name: String! age: Int office: Office! deputy: Person }
  union Thing = Office | Person`);

interface Node {
  readonly [field: string]: unknown;
}

const [o1, o2, o3] = ['o1', 'o2', 'o3'].map((id) => ({ __typename: 'Office', id, title: `Office ${id}` }));
const [p1, p2, p3, p4] = [o1, o2, o3, o1].map((office, at): Node => {
  return { __typename: 'Person', id: `p${at}`, name: `P${at}`, age: at === 2 ? null : 30 + at, office };
});
const offices = [
  Object.assign(o1 as Node, { head: p1, people: [p1, p4], parent: o2 }),
  Object.assign(o2 as Node, { head: p2, people: [p2], parent: o3, title: null }),
  Object.assign(o3 as Node, { people: [] }),
];
Object.assign(p1 as Node, { deputy: p4 });

const rootFields: Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>> = {
  office: (_, { id }) => offices.find((one) => one.id === id),
  offices: (_, { first }) => offices.slice(0, first),
  things: () => [o3, null, p3],
  nobody: () => null,
};
for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) field.resolve = rootFields[field.name];

const execution = new Execution(schema);

async function compiled({ document, variables }: GeneratedOperation) {
  const prepared = execution.prepare({ query: document });
  if (!('run' in prepared)) throw new Error(JSON.stringify(prepared));
  return JSON.parse(JSON.stringify(await prepared.run({}, variables)));
}

async function interpreted({ document, variables: variableValues }: GeneratedOperation) {
  return JSON.parse(
    JSON.stringify(await execute({ schema, document: parse(document), rootValue: {}, variableValues })),
  );
}

test.each([0, 0.12])(
  '500 operations have the answers of graphql-js; share of conditions: %s',
  async (conditionShare) => {
    const argumentValues = { ID: ['"o1"', '"o3"', 'null', '"none"'], Int: ['0', '1', '3', 'null'] };
    const options = { seed: 20261124, count: 500, argumentValues, maxDepth: 5, conditionShare };
    const differing: string[] = [];
    for (const operation of generateOperations(schema, options)) {
      const [mine, theirs] = [await compiled(operation), await interpreted(operation)];
      if (!isDeepStrictEqual(mine.data, theirs.data)) differing.push(operation.document);
    }
    expect(differing).toEqual([]);
  },
);

test('a variable that may not be null and is not given has its default', async () => {
  const operation = { document: 'query ($first: Int! = 1) { offices(first: $first) { id } }', variables: {} };
  expect(await compiled(operation)).toEqual({ data: { offices: [{ id: 'o1' }] } });
});

test.each([
  '{ office { head { ...P } ...O @include(if: $open) } } fragment O on Office { head { ...P } } fragment P on Person { id }',
  '{ office { ...O @skip(if: $open) parent { ...O } } } fragment O on Office { id }',
  '{ office { head { id } ...O @include(if: $open) } } fragment O on Office { head { name } }',
])('a condition leaves alone what it does not stand on: %s', async (selection) => {
  for (const open of [true, false]) {
    const operation = { document: `query ($open: Boolean!) ${selection}`, variables: { open } };
    expect(await compiled(operation)).toEqual(await interpreted(operation));
  }
});
