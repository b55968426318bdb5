import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { createExecutor } from '../../src/executor/executor.ts';
import { createInProcessTransport } from '../../src/executor/transports/in-process.ts';
import { localSubgraphs, runSubgraph, SUBGRAPH_NAMES, type SubgraphName, supergraphSdl } from './fixture.ts';
import { type GeneratedOperation, generateOperations } from './generate-operations.ts';
import { withNullsRisen } from './nullability.ts';
import { referenceExecutor } from './reference.ts';

const argumentValues = {
  'Query.person.id': ['"ann"', '"bob"', '"nobody"'],
  'Query.letter.id': ['"l0"', '"l3"', '"none"'],
  'Query.letters.first': ['0', '2', '6'],
  'Query.letters.filter': ['{}', '{ min: 2 }', '{ min: 100 }'],
  'Query.places.near': ['"here"', 'null'],
};

/**
 * What the comparison may find. `risen`: the reference left a null, or left a field out, where the schema promises a
 * value (it does so for entities that are gone, for fields of a subgraph that is down, and for the whole of `data` when
 * every root field failed); ours is its answer with the nulls risen. `refused`: the planner itself has no plan, and
 * both say so.
 */
type Verdict = 'same' | 'risen' | 'refused' | 'differs';

function executorsWith(down: SubgraphName | null) {
  const fails = () => Promise.reject(new Error('down'));
  const subgraphs = down ? { ...localSubgraphs, [down]: fails } : localSubgraphs;
  const transport = createInProcessTransport(subgraphs, 2000);
  const ours = createExecutor({ supergraphSdl, transport, isPublicCode: () => false });
  const reference = referenceExecutor(supergraphSdl, (name, query, variables) =>
    name === down ? fails() : runSubgraph(name as SubgraphName, query, variables),
  );
  return { ours, reference };
}

async function judge(
  { document, variables }: GeneratedOperation,
  { ours, reference }: ReturnType<typeof executorsWith>,
): Promise<Verdict> {
  const request = { document, variables, introspection: false };
  const mine = await ours.execute(request, {}, new AbortController().signal);
  const theirs = await (await reference)(document, variables).catch(() => null);
  if (!theirs) return mine.errors?.[0]?.extensions.code === 'DOCUMENT_INVALID' ? 'refused' : 'differs';
  const data = JSON.parse(JSON.stringify(mine.data));
  if (isDeepStrictEqual(data, theirs.data ?? null)) return 'same';
  return isDeepStrictEqual(data, withNullsRisen(ours.apiSchema, document, variables, theirs.data))
    ? 'risen'
    : 'differs';
}

test.each([null, ...SUBGRAPH_NAMES])('420 operations have the answers of the stock runtime, down: %s', async (down) => {
  const executors = executorsWith(down);
  const options = { seed: 20261123, count: 420, argumentValues };
  const operations = generateOperations(executors.ours.apiSchema, options);
  const verdicts = new Map<Verdict, string[]>();
  for (const operation of operations) {
    const verdict = await judge(operation, executors);
    verdicts.set(verdict, [...(verdicts.get(verdict) ?? []), operation.document]);
  }
  expect(verdicts.get('differs') ?? []).toEqual([]);
  expect(verdicts.get('same')?.length).toBeGreaterThan(down ? 200 : 350);
});

test('our own answers never hold a null the schema forbids', async () => {
  for (const down of [null, ...SUBGRAPH_NAMES]) {
    const { ours } = executorsWith(down);
    const operations = generateOperations(ours.apiSchema, { seed: 7, count: 200, argumentValues });
    for (const { document, variables } of operations) {
      const answer = await ours.execute(
        { document, variables, introspection: false },
        {},
        new AbortController().signal,
      );
      if (!answer.data) continue;
      const data = JSON.parse(JSON.stringify(answer.data));
      expect(withNullsRisen(ours.apiSchema, document, variables, data)).toEqual(data);
    }
  }
});
