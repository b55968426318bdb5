import type { JobData } from '@everyletter/kit/jobs';
import type { InInstitution } from '@everyletter/kit/subgraph';
import type { Context } from '../context.ts';
import { markEarlier } from '../search-mark/mark-earlier.ts';

/** Marks for the search what was registered before there were marks, step by step. */
export async function markEarlierPetitions(
  _: JobData,
  inInstitution: InInstitution<Context>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && (await inInstitution(markEarlier)));
}
