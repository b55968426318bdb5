import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bearer, codeOf, own, REPORTER, refusalOf, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();

afterAll(() => gateway.close());

const TYPES = '{ __schema { mutationType { name } types { name fields { name } } } __type(name: "Shelf") { name } }';
async function schemaOf(headers: Record<string, string>) {
  const answer = await gateway.post('/graphql', { query: TYPES }, headers);
  const { data } = (await answer.json()) as { data: { __schema: Schema; __type: unknown } };
  const own = data.__schema.types.filter(({ name, fields }) => fields && !name.startsWith('__'));
  const names = own.map(
    ({ name, fields }) =>
      `${name}: ${(fields ?? [])
        .map((field) => field.name)
        .sort()
        .join(' ')}`,
  );
  return { names: names.sort(), mutations: data.__schema.mutationType, shelf: data.__type };
}
interface Schema {
  readonly mutationType: unknown;
  readonly types: readonly { readonly name: string; readonly fields: readonly { readonly name: string }[] | null }[];
}
let whole: Bearer;
let narrow: Bearer;
beforeAll(async () => {
  await gateway.open();
  whole = (await gateway.key(REPORTER)).bearer;
  narrow = (await gateway.key(REPORTER, { scopes: ['PETITIONS', 'LIVE'] })).bearer;
});
const ALL = [
  'Letter: author id weight',
  'Person: friends id name tags',
  'Query: letter letters me people',
  'Subscription: letterShown',
];

test('the schema of a reporter holds what reporters may ask for and nothing else, with a key and at the workbench alike', async () => {
  const expected = { names: ALL, mutations: null, shelf: null };
  expect(await schemaOf(whole)).toEqual(expected);
  expect(await schemaOf(own(await gateway.signIn('reporter@x.example')))).toEqual(expected);
});

test('it holds no more than the scopes of a key', async () => {
  const names = ['Person: friends id name tags', 'Query: me people'];
  expect(await schemaOf(narrow)).toEqual({ names, mutations: null, shelf: null });
});

test.each([
  ['a field', '{ me { email } }', 'email'],
  ['one that is not there', '{ me { emails } }', 'emails'],
  ['a root field', '{ shelf(first: 1) { totalCount } }', 'shelf'],
  ['a type', '{ me { ... on Notice { text } } }', 'Notice'],
])('it knows %s outside it as little as a name that does not exist', async (_, query, name) => {
  const { code, details } = await refusalOf(await gateway.post('/graphql', { query }, whole));
  expect(code).toBe('DOCUMENT_INVALID');
  expect(details.reason).toMatch(new RegExp(`^(Cannot query field|Unknown type) "${name}"`));
});

test('it says which scope would open a field of another area, and asks no subgraph', async () => {
  const query = 'query A { ...B } fragment B on Query { letter(id: "l1") { id } }';
  const refused = await gateway.post('/graphql', { query }, narrow);
  expect(refused.status).toBe(403);
  const details = { field: 'Query.letter', scope: 'RECEPTION' };
  expect(await refusalOf(refused)).toMatchObject({ code: 'API_KEY_OUT_OF_SCOPE', details });
});

test('the question every tool asks about it is answered, and one that goes round in circles is not', async () => {
  const answer = await gateway.post('/graphql', { query: getIntrospectionQuery() }, whole);
  const { data } = (await answer.json()) as { data: IntrospectionQuery };
  expect(Object.keys(buildClientSchema(data).getQueryType()?.getFields() ?? {})).toContain('me');
  const circle = `{ __schema { types ${'{ fields { type '.repeat(5)}{ name }${' } }'.repeat(5)} } }`;
  expect(await codeOf(await gateway.post('/graphql', { query: circle }, whole))).toBe('DOCUMENT_INVALID');
});

test('it is not for a clerk who is signed in, who sends no documents of their own', async () => {
  const response = await gateway.post('/graphql', { query: TYPES }, own(await gateway.signIn()));
  expect(await codeOf(response)).toBe('DOCUMENT_NOT_TRUSTED');
});
