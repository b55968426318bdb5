import { CodedError } from '@everyletter/kit/errors';
import { GivenUp, type JobData } from '@everyletter/kit/jobs';
import type { InInstitution } from '@everyletter/kit/subgraph';
import type { Context } from '../context.ts';
import { applyStep } from '../ledger-import/apply-ledger.ts';
import { dryRunStep, readImport } from '../ledger-import/dry-run.ts';
import type { ReadRow } from '../ledger-import/rules/read-ledger.ts';

/**
 * Goes on with a ledger that is being read or applied, step by step, each in a transaction of its own. What was
 * committed is never done again, so it may be killed anywhere, and two may work on the same one.
 * @throws GivenUp when the import has failed as often as it may, and is marked so
 */
export async function goOnWithLedger(
  { importId = '' }: JobData,
  inInstitution: InInstitution<Context>,
  signal: AbortSignal,
): Promise<void> {
  const memory: Memory = { rows: null };
  try {
    while (!signal.aborted && (await inInstitution((context) => step(importId, memory, context))));
  } catch (error) {
    const code = error instanceof CodedError ? error.code : 'INTERNAL';
    const isGivenUp = await inInstitution((context) => noteFailure(importId, code, context));
    throw isGivenUp ? new GivenUp(code, { cause: error }) : error;
  }
}

/** The file as read, kept between steps so that it is opened and read once. */
interface Memory {
  rows: readonly ReadRow[] | null;
}

/** Whether there is more to do. */
async function step(id: string, memory: Memory, context: Context): Promise<boolean> {
  const claimed = await context.ledgerImports.claim(id, memory.rows === null);
  if (!claimed) return false;
  if (claimed.state === 'READING') {
    memory.rows ??= readImport(claimed, context);
    await dryRunStep(claimed, memory.rows, context);
  } else {
    await applyStep(claimed, context);
  }
  return claimed.isUnfinished();
}

/** Whether that was the last time. */
async function noteFailure(id: string, code: string, { ledgerImports, em }: Context): Promise<boolean> {
  const claimed = await ledgerImports.claim(id, false);
  claimed?.noteFailure(code);
  await em.flush();
  return claimed?.state === 'FAILED';
}
