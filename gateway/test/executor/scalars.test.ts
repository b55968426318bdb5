import { readFileSync } from 'node:fs';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { expect, test } from 'vitest';
import { createExecutor } from '../../src/executor/executor.ts';

const executor = createExecutor({
  supergraphSdl: readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
  transport: async (_, { query }) => ({
    data: query.includes('timeLimit') ? { timeLimit: { dueOn: '2026-03-09' } } : {},
  }),
  scalars: { LocalDate: LocalDateScalar.parseValue },
  isPublicCode: () => true,
});

const ask = (document: string, variables?: Record<string, unknown>) =>
  executor.execute({ document, variables, introspection: false }, {}, new AbortController().signal);

test('a day that is none is refused by the name of its variable', async () => {
  const { errors } = await ask('query ($day: LocalDate!) { timeLimit(kind: PROCEDURAL, receivedOn: $day) { dueOn } }', {
    day: '2026-02-30',
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'DATE_INVALID', kind: 'INVALID', details: { field: 'day' } });
});

test('deep inside an input object, by its whole path', async () => {
  const { errors } = await ask('query ($f: WorklistFilter) { worklist(filter: $f) { totalCount } }', {
    f: { receivedFrom: '2026-1-1' },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'DATE_INVALID', details: { field: 'f.receivedFrom' } });
});

test('a day written into the document is refused by the same code', async () => {
  const { errors } = await ask('{ timeLimit(kind: PROCEDURAL, receivedOn: "2026-02-30") { dueOn } }');
  expect(errors?.[0]?.extensions.code).toBe('DATE_INVALID');
});

test('a real day passes', async () => {
  const { data, errors } = await ask('{ timeLimit(kind: PROCEDURAL, receivedOn: "2026-02-28") { dueOn } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ timeLimit: { dueOn: '2026-03-09' } });
});
