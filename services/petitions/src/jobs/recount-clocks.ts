import type { JobData } from '@everyletter/kit/jobs';
import type { InInstitution } from '@everyletter/kit/subgraph';
import type { Context } from '../context.ts';
import { recountStep } from '../recount/recount-open-clocks.ts';

/** Counts every running clock again under a new calendar or a new pack, step by step; killed anywhere it goes on there. */
export async function recountClocks(
  { calendarVersion, policyVersion }: JobData,
  inInstitution: InInstitution<Context>,
  signal: AbortSignal,
): Promise<void> {
  const outdated = {
    ...(calendarVersion ? { calendarVersion: Number(calendarVersion) } : {}),
    ...(policyVersion ? { policyVersion } : {}),
  };
  while (!signal.aborted && (await inInstitution((context) => recountStep(outdated, context))));
}
