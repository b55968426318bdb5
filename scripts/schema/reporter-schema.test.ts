import { readFileSync } from 'node:fs';
import { REPORT_SCOPES } from '@everyletter/gateway/keys/key-scopes';
import { SchemaViews } from '@everyletter/gateway/operations/schema-views';
import { buildSchema, type GraphQLSchema, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { reporterFields } from '../serve/reporter-fields.ts';

const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
const fields = reporterFields();
const views = new SchemaViews(api, fields);

function coordinates(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return types.flatMap((type) =>
    isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type}.${field}`) : [],
  );
}

test('a reporter sees no field whose policy row does not name them', () => {
  const allowed = new Set(Object.values(fields).flat());
  const seen = coordinates(views.of(REPORT_SCOPES).schema);
  expect(seen.length).toBeGreaterThan(100);
  expect(seen.filter((coordinate) => !allowed.has(coordinate))).toEqual([]);
});

test('nothing of a petition, of who wrote it or of a change is left behind by name', () => {
  const types = views.of(REPORT_SCOPES).schema.getTypeMap();
  expect(
    Object.keys(types).filter((name) =>
      /^(?:Petition|Petitioner|Mutation|Matter|Referral|Party|RegistrationFormInput)$/.test(name),
    ),
  ).toEqual([]);
});

test.each(REPORT_SCOPES.slice(0, 4))('a key for %s alone sees its area and the names of the house', (scope) => {
  const seen = coordinates(views.of([scope]).schema);
  const own = new Set(fields[scope]);
  const others = seen.filter((coordinate) => !own.has(coordinate));
  expect(others.every((coordinate) => /^(?:Query|Viewer|Institution|Department)\./.test(coordinate))).toBe(true);
  expect(seen.some((coordinate) => /^Institution\.\w+Report$/.test(coordinate))).toBe(true);
});
