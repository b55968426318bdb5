import { getIntrospectionQuery, graphqlSync } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createExecutor, type ExecutionAnswer } from '../../src/executor/executor.ts';
import { createInProcessTransport } from '../../src/executor/transports/in-process.ts';
import { localSubgraphs, supergraphSdl } from './fixture.ts';

const transport = createInProcessTransport(localSubgraphs, 1000);
const isPublicCode = (code: string) => code === 'SHOWN';
const executor = createExecutor({ supergraphSdl, transport, isPublicCode });
const idle = new AbortController().signal;
const ask = (document: string, variables?: Record<string, unknown>) =>
  executor.execute({ document, variables, introspection: false }, {}, idle);

function firstPerson(data: ExecutionAnswer['data']): object {
  const people = (data?.people ?? []) as object[];
  return people[0] ?? {};
}

test('an entity is joined from four subgraphs', async () => {
  const { data, errors } = await ask(
    '{ person(id: "ann") { name seniority home { name keeper { name } } rating letters { no score } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    person: {
      name: 'ANN',
      seniority: 'JUNIOR',
      home: { name: 'Place p1', keeper: { name: 'ANN' } },
      rating: 5,
      letters: [
        { no: 0, score: 0.5 },
        { no: 4, score: 0.5 },
      ],
    },
  });
});

test('requests with other variables at the same time do not disturb each other', async () => {
  const document = 'query ($age: Boolean!) { people { name age @include(if: $age) tags @skip(if: $age) } }';
  const answers = await Promise.all([true, false, true].map((age) => ask(document, { age })));
  const keys = answers.map(({ data }) => Object.keys(firstPerson(data)));
  expect(keys).toEqual([
    ['name', 'age'],
    ['name', 'tags'],
    ['name', 'age'],
  ]);
});

test('a field is answered when any way to it is open', async () => {
  const document =
    'query ($no: Boolean!) { me { name @include(if: $no) ...N age @skip(if: true) } } fragment N on Person { name }';
  expect((await ask(document, { no: false })).data).toEqual({ me: { name: 'ANN' } });
});

test.each(['{ me @skip(if: true) { name } }', '{ ...Q @include(if: false) } fragment Q on Query { me { name } }'])(
  'nothing is asked for, nothing is answered: %s',
  async (document) => {
    expect(await ask(document)).toEqual({ data: {} });
  },
);

test('mutations run one after another, in the order they stand', async () => {
  const { data } = await ask(
    'mutation { a: rename(id: "ann", name: "A") { name } b: rename(id: "bob", name: "B") { name home { name } } }',
  );
  expect(data).toEqual({ a: { name: 'A' }, b: { name: 'B', home: null } });
  expect(Object.keys(data ?? {})).toEqual(['a', 'b']);
});

describe('what clients may not see', () => {
  test('a hidden value of an enum is null', async () => {
    expect((await ask('{ person(id: "bob") { role } }')).data).toEqual({ person: { role: null } });
  });

  test('a hidden field is refused', async () => {
    const { errors } = await ask('{ me { secret } }');
    expect(errors?.[0]?.extensions.code).toBe('DOCUMENT_INVALID');
  });

  test('the schema, unless they may', async () => {
    const refused = await ask('{ __schema { queryType { name } } }');
    expect(refused.errors?.[0]?.extensions.code).toBe('INTROSPECTION_NOT_ALLOWED');
    const document = getIntrospectionQuery();
    const allowed = await executor.execute({ document, introspection: true }, {}, idle);
    expect(allowed.data).toEqual(
      JSON.parse(JSON.stringify(graphqlSync({ schema: executor.apiSchema, source: document }).data)),
    );
  });

  test('the schema beside data', async () => {
    const document = '{ __type(name: "Place") { name } me { name } }';
    const { data } = await executor.execute({ document, introspection: true }, {}, idle);
    expect(data).toEqual({ __type: { name: 'Place' }, me: { name: 'ANN' } });
  });
});

describe('errors of subgraphs', () => {
  const failing = (code: string | undefined) =>
    createExecutor({
      supergraphSdl,
      isPublicCode,
      transport: async (name, request, context, signal) => {
        if (name !== 'places') return transport(name, request, context, signal);
        const extensions = {
          code,
          kind: 'RULE_BROKEN',
          details: { max: 3 },
          requestId: 'r1',
          stack: 'at /home/x',
          url: 'http://places',
        };
        return {
          data: { _entities: [null, null] },
          errors: [{ message: 'http://places says no', path: ['_entities', 0, 'home'], extensions }],
        };
      },
    });
  const document = '{ person(id: "ann") { name lives: home { name } } }';

  test('with a public code keep what the code allows, at the place in the answer', async () => {
    const { data, errors } = await failing('SHOWN').execute({ document, introspection: false }, {}, idle);
    expect(data).toEqual({ person: { name: 'ANN', lives: null } });
    const extensions = { code: 'SHOWN', kind: 'RULE_BROKEN', details: { max: 3 }, requestId: 'r1' };
    expect(errors).toEqual([{ message: 'SHOWN', path: ['person', 'home'], extensions }]);
  });

  test('without one say nothing', async () => {
    const { errors } = await failing('ECONNREFUSED').execute({ document, introspection: false }, {}, idle);
    expect(JSON.stringify(errors)).not.toMatch(/places|stack|ECONN/);
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
  });
});

describe('a subgraph that does not answer', () => {
  const slow = createExecutor({
    supergraphSdl,
    isPublicCode,
    transport: createInProcessTransport({ ...localSubgraphs, places: () => new Promise(() => {}) }, 30),
  });

  test('costs only its own fields', async () => {
    const document = '{ people { name rating home { name } } }';
    const { data, errors } = await slow.execute({ document, introspection: false }, {}, idle);
    expect(data?.people).toHaveLength(3);
    expect(firstPerson(data)).toEqual({ name: 'ANN', rating: 5, home: null });
    expect(errors).toEqual([
      {
        message: 'SUBGRAPH_UNAVAILABLE',
        path: ['people'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', kind: 'UNAVAILABLE' },
      },
    ]);
  });

  test('is not waited for after an abort', async () => {
    const never = createExecutor({
      supergraphSdl,
      isPublicCode,
      transport: createInProcessTransport({ ...localSubgraphs, places: () => new Promise(() => {}) }, 60_000),
    });
    const { errors } = await never.execute(
      { document: '{ places { name } }', introspection: false },
      {},
      AbortSignal.timeout(20),
    );
    expect(errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
  });
});

test('variables that do not fit are refused without their values', async () => {
  const answer = await ask('query ($id: ID!) { person(id: $id) { name } }', { id: { secret: '王勤' } });
  expect(answer.errors?.[0]?.extensions.code).toBe('VARIABLES_INVALID');
  expect(JSON.stringify(answer)).not.toContain('王勤');
});

test('a bounded cache of plans forgets and plans again', async () => {
  const small = createExecutor({ supergraphSdl, transport, isPublicCode, planCacheSize: 2 });
  for (let round = 0; round < 2; round += 1) {
    for (const alias of ['a', 'b', 'c', 'd']) {
      const { data } = await small.execute({ document: `{ ${alias}: me { id } }`, introspection: false }, {}, idle);
      expect(data).toEqual({ [alias]: { id: 'ann' } });
    }
  }
});
