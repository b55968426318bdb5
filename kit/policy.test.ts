import { buildSchema, graphqlSync } from 'graphql';
import { describe, expect, test } from 'vitest';
import { allow, assertPolicyCovers, decide, enforcePolicy, mask, type PolicyTable } from './policy.ts';
import { ROLES, type Role, type Viewer } from './viewer.ts';

const SDL = 'type Query { me: Person } type Person { institutionId: ID! title: String secret: String }';
const table: PolicyTable = {
  Person: [allow(ROLES)],
  'Query.me': [allow(ROLES)],
  'Person.institutionId': [allow(ROLES)],
  'Person.title': [allow(ROLES)],
  'Person.secret': [allow(['CLERK'], 'INSTITUTION')],
};

const viewerAs = (...roles: Role[]): Viewer => ({
  accountId: 'account',
  institutionId: 'here',
  roles,
  departmentIds: ['nine'],
  displayName: '',
  staffId: 'me',
  lawyerId: null,
  mediatorId: null,
  partnerOrganisationId: null,
  via: 'SESSION',
  requestId: 'request',
});

describe('the table must fit the schema', () => {
  test('a field without a row is named', () => {
    const { 'Person.secret': _, ...gap } = table;
    expect(() => assertPolicyCovers(buildSchema(SDL), ['Person'], gap)).toThrow('no row for Person.secret');
  });

  test('an entity without a row is named', () => {
    const { Person: _, ...gap } = table;
    expect(() => assertPolicyCovers(buildSchema(SDL), ['Person'], gap)).toThrow('no row for Person');
  });

  test('a row for nothing is named', () => {
    expect(() => assertPolicyCovers(buildSchema(SDL), ['Person'], { ...table, 'Person.gone': [] })).toThrow(
      'Person.gone',
    );
  });

  test('a table that fits is accepted', () => {
    expect(() => assertPolicyCovers(buildSchema(SDL), ['Person'], table)).not.toThrow();
  });
});

describe('a decision', () => {
  test.each([
    ['no grant for the role', 'REPORTER', { institutionId: 'here' }, null],
    ['another institution', 'CLERK', { institutionId: 'elsewhere' }, null],
    ['own institution', 'CLERK', { institutionId: 'here' }, 'ALLOW'],
    ['a masked role', 'LEADER', { institutionId: 'here' }, 'MASK'],
  ] as const)('%s', (_, role, parent, effect) => {
    const row = [allow(['CLERK'], 'INSTITUTION'), mask(['LEADER'])];
    expect(decide(row, viewerAs(role), parent)).toBe(effect);
  });

  test('the stronger of two roles counts', () => {
    expect(decide([allow(['CLERK']), mask(['LEADER'])], viewerAs('LEADER', 'CLERK'), {})).toBe('ALLOW');
  });

  test('department and self are relations of the parent', () => {
    expect(decide([allow(['HANDLER'], 'DEPARTMENT')], viewerAs('HANDLER'), { departmentId: 'nine' })).toBe('ALLOW');
    expect(decide([allow(['HANDLER'], 'DEPARTMENT')], viewerAs('HANDLER'), { departmentId: 'two' })).toBeNull();
    expect(decide([allow(['HANDLER'], 'SELF')], viewerAs('HANDLER'), { staffId: 'me' })).toBe('ALLOW');
    expect(decide([allow(['HANDLER'], 'SELF')], viewerAs('HANDLER'), {})).toBeNull();
  });
});

test('a refused field costs only itself', () => {
  const schema = buildSchema(SDL);
  enforcePolicy(schema, table, ROLES);
  const rootValue = { me: { institutionId: 'here', title: '检察官', secret: 'x' } };
  const ask = (role: Role) =>
    graphqlSync({ schema, source: '{ me { title secret } }', rootValue, contextValue: { viewer: viewerAs(role) } });
  expect(ask('CLERK').data?.me).toEqual({ title: '检察官', secret: 'x' });
  expect(ask('REPORTER').data?.me).toEqual({ title: '检察官', secret: null });
  expect(ask('REPORTER').errors?.[0]?.message).toBe('NOT_ALLOWED');
});

test('what a viewer may read is no answer for the next one', () => {
  const schema = buildSchema(SDL);
  enforcePolicy(schema, { ...table, 'Person.secret': [allow(['CLERK'])] }, ROLES);
  const rootValue = { me: { institutionId: 'here', title: '检察官', secret: 'x' } };
  const secretAs = (viewer: Viewer) =>
    graphqlSync({ schema, source: '{ me { secret } }', rootValue, contextValue: { viewer } }).data?.me;
  const [clerk, reporter] = [viewerAs('CLERK'), viewerAs('REPORTER')];
  expect([secretAs(clerk), secretAs(reporter), secretAs(clerk)]).toEqual([
    { secret: 'x' },
    { secret: null },
    { secret: 'x' },
  ]);
});
