import { expect, test } from 'vitest';
import { compare, executorPair, type Verdict } from './compare.ts';
import { runSubgraph, SUBGRAPH_NAMES, type SubgraphName, supergraphSdl } from './fixture.ts';
import { generateOperations } from './generate-operations.ts';
import { withNullsRisen } from './nullability.ts';

const argumentValues = {
  'Query.person.id': ['"ann"', '"bob"', '"nobody"'],
  'Query.letter.id': ['"l0"', '"l3"', '"none"'],
  'Query.letters.first': ['0', '2', '6'],
  'Query.letters.filter': ['{}', '{ min: 2 }', '{ min: 100 }'],
  'Query.places.near': ['"here"', 'null'],
};

function pairWith(down: SubgraphName | null) {
  const fetch = (name: string, ...request: [string, Readonly<Record<string, unknown>> | undefined]) =>
    runSubgraph(name as SubgraphName, ...request);
  return executorPair({ supergraphSdl, subgraphs: SUBGRAPH_NAMES, fetch, down });
}

test.each([null, ...SUBGRAPH_NAMES])('420 operations have the answers of the stock runtime, down: %s', async (down) => {
  const pair = await pairWith(down);
  const operations = generateOperations(pair.ours.apiSchema, { seed: 20261123, count: 420, argumentValues });
  const verdicts = new Map<Verdict, string[]>();
  for (const operation of operations) {
    const { verdict } = await compare(operation, pair);
    verdicts.set(verdict, [...(verdicts.get(verdict) ?? []), operation.document]);
  }
  expect(verdicts.get('differs') ?? []).toEqual([]);
  expect(verdicts.get('same')?.length).toBeGreaterThan(down ? 150 : 300);
});

test('our own answers never hold a null the schema forbids', async () => {
  for (const down of [null, ...SUBGRAPH_NAMES]) {
    const { ours } = await pairWith(down);
    const operations = generateOperations(ours.apiSchema, { seed: 7, count: 200, argumentValues });
    for (const { document, variables } of operations) {
      const request = { document, variables, introspection: false };
      const answer = await ours.execute(request, {}, new AbortController().signal);
      if (!answer.data) continue;
      const data = JSON.parse(JSON.stringify(answer.data));
      expect(withNullsRisen(ours.apiSchema, document, variables, data)).toEqual({ data, broken: [] });
    }
  }
});
