import { type Background, type SystemDoor, startRounds } from '@everyletter/kit/background';
import { CodedError } from '@everyletter/kit/errors';
import type { ServiceOptions } from '@everyletter/kit/service';
import type { Context } from '../context.ts';
import { applyStep } from '../ledger-import/apply-ledger.ts';
import { dryRunStep, readImport } from '../ledger-import/dry-run.ts';
import type { ReadRow } from '../ledger-import/rules/read-ledger.ts';

/** Milliseconds after which an import that another process left is taken over. */
const EVERY_MS = 5000;

/**
 * Goes on with every ledger that is being read or applied, step by step, each in a transaction of its own. What was
 * committed is never done again, so it may be killed anywhere.
 */
export function unfinishedImports(asSystem: SystemDoor<Context>, { log }: ServiceOptions): Background {
  return startRounds({
    everyMs: EVERY_MS,
    onError: (error) => log.error({ stack: (error as Error).stack }, 'LEDGER_JOB_FAILED'),
    round: async (stopping) => {
      for (const { institutionId, id } of await asSystem('', ({ ledgerImports }) => ledgerImports.unfinished())) {
        if (stopping()) return;
        await goOn(id, (run) => asSystem(institutionId, run), stopping).catch(async (error: unknown) => {
          log.error({ importId: id, stack: (error as Error).stack }, 'LEDGER_STEP_FAILED');
          await asSystem(institutionId, (context) => noteFailure(id, error, context));
        });
      }
    },
  });
}

type InInstitution = <T>(run: (context: Context) => Promise<T>) => Promise<T>;

async function goOn(id: string, inInstitution: InInstitution, stopping: () => boolean): Promise<void> {
  const memory: Memory = { rows: null };
  while (!stopping() && (await inInstitution((context) => step(id, memory, context))));
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

async function noteFailure(id: string, error: unknown, { ledgerImports, em }: Context): Promise<void> {
  const claimed = await ledgerImports.claim(id, false);
  claimed?.noteFailure(error instanceof CodedError ? error.code : 'INTERNAL');
  await em.flush();
}
