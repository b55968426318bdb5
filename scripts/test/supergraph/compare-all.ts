import { type Comparison, compare, type ExecutorPair, refusalsOf } from '@everyletter/gateway/test/executor/compare';
import type { GeneratedOperation } from '@everyletter/gateway/test/executor/generate-operations';

export interface Outcome {
  /** Operations with other data, other nulls or other refusals than the stock runtime; should be none. */
  readonly differing: readonly object[];
  /** How many had data at all. */
  readonly answered: number;
  /** How many had refusals of subgraphs. */
  readonly refused: number;
  /** `Type.field` where the stock runtime leaves a null, or nothing, that the schema forbids; ours never does. */
  readonly broken: readonly string[];
}

/** At the same time, so that the database and we both have something to do. */
const TOGETHER = 8;

export async function compareAll(operations: readonly GeneratedOperation[], pair: ExecutorPair): Promise<Outcome> {
  const found: (GeneratedOperation & Comparison)[] = [];
  for (let at = 0; at < operations.length; at += TOGETHER) {
    const some = operations.slice(at, at + TOGETHER);
    found.push(...(await Promise.all(some.map(async (one) => ({ ...one, ...(await compare(one, pair)) })))));
  }
  return {
    differing: found.filter(differs),
    answered: found.filter(({ mine }) => mine.data).length,
    refused: found.filter(({ mine }) => refusalsOf(mine).length > 0).length,
    broken: [...new Set(found.flatMap(({ broken }) => broken))].sort(),
  };
}

function differs({ verdict, mine, theirs }: Comparison): boolean {
  if (!theirs) return verdict === 'differs';
  return verdict === 'differs' || refusalsOf(mine).join() !== refusalsOf(theirs).join();
}
