import { authorize, Forbidden } from '@everyletter/kit/errors';
import { sql } from 'kysely';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { type NewPetition, registerPetitions } from '../petition/register-petitions.ts';
import { alreadyImported, ROWS_A_STEP } from './dry-run.ts';
import type { LedgerImport } from './ledger-import.entity.ts';
import type { LedgerRow } from './ledger-row.entity.ts';
import { LedgerSeal } from './ledger-seal.ts';
import type { LedgerValues } from './rules/ledger-values.ts';

/**
 * Asking again while it is applied makes up for a job that ended among the dead letters.
 * @throws Forbidden `NOT_ALLOWED` for a key, `LEDGER_NEEDS_STAFF`; NotFound and RuleBroken of the import
 */
export async function startApplying(importId: string, context: Context): Promise<LedgerImport> {
  const { viewer, ledgerImports, em } = context;
  authorize(viewer.via === 'SESSION');
  if (!viewer.staffId) throw new Forbidden('LEDGER_NEEDS_STAFF');
  const ledgerImport = await ledgerImports.lock(importId);
  const before = ledgerImport.state;
  ledgerImport.startApplying(viewer.staffId);
  await em.flush();
  if (ledgerImport.isUnfinished()) await context.enqueue('petitions.ledger-import', { importId });
  if (ledgerImport.state !== before) await audit('APPLY_LEDGER_IMPORT', ledgerImport, context);
  return ledgerImport;
}

/** Deletes the rows and throws their key away: what the ledger held is gone, that it was handed in stays. */
export async function discardLedger(importId: string, context: Context): Promise<LedgerImport> {
  const { viewer, ledgerImports, em, options } = context;
  authorize(viewer.via === 'SESSION');
  const ledgerImport = await ledgerImports.lock(importId);
  if (ledgerImport.state === 'DISCARDED') return ledgerImport;
  ledgerImport.discard();
  const name = LedgerSeal.of(ledgerImport, options.keys).openText('file_name', ledgerImport.fileNameSealed);
  const { seal, wrappedKey } = LedgerSeal.fresh(importId, ledgerImport.institutionId, options.keys);
  ledgerImport.wrappedKey = wrappedKey;
  ledgerImport.fileNameSealed = seal.sealText('file_name', name);
  await ledgerImports.deleteRows(ledgerImport);
  await em.flush();
  await audit('DISCARD_LEDGER_IMPORT', ledgerImport, context);
  return ledgerImport;
}

function audit(action: string, { id, totalRows }: LedgerImport, context: Context): Promise<string> {
  return auditChange(context, { action, subjectType: 'LedgerImport', subjectId: id, facts: { rows: totalRows } });
}

/**
 * One step of applying: the next rows become petitions, each once, also when another import brought the same row since
 * the dry run.
 */
export async function applyStep(ledgerImport: LedgerImport, context: Context): Promise<void> {
  const { em, ledgerImports, earlierPetitions } = context;
  await holdIntake(context);
  const rows = await ledgerImports.unapplied(ledgerImport, ROWS_A_STEP);
  const known = await earlierPetitions.imported(rows.map(({ importKey }) => importKey));
  const fresh: LedgerRow[] = [];
  for (const row of rows) {
    const same = known.get(Buffer.from(row.importKey).toString('hex'));
    if (!same) {
      fresh.push(row);
      continue;
    }
    row.outcome = 'ALREADY_IMPORTED';
    row.petitionId = same.id;
    row.remarks = [...row.remarks, alreadyImported(same)];
  }
  await register(fresh, ledgerImport, context);
  ledgerImport.noteApplied(fresh.length, rows.length < ROWS_A_STEP);
  await em.flush();
}

/** Imports of one institution register one after another, so that none misses what another is writing. */
async function holdIntake({ em, viewer: { institutionId } }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`petitions.ledger/${institutionId}`}, 0))`.execute(
    em.getKysely() as never,
  );
}

async function register(rows: readonly LedgerRow[], ledgerImport: LedgerImport, context: Context): Promise<void> {
  const { em, terms, triageRules, now, options } = context;
  const seal = LedgerSeal.of(ledgerImport, options.keys);
  const arrivals = rows.map((row) => arrivalOf(row, seal.openRow(row.line, row.valuesSealed)));
  const ids = await registerPetitions(arrivals, {
    em,
    keys: options.keys,
    terms: await terms.current(),
    rules: await triageRules.current(),
    office: await terms.office(),
    actorId: ledgerImport.appliedById ?? null,
    now,
  });
  rows.forEach((row, at) => {
    row.petitionId = ids[at] as string;
  });
}

function arrivalOf({ line, importId, importKey }: LedgerRow, values: LedgerValues): NewPetition {
  const { receivedOn, channel, subject, name, idNumber, phone, phoneDigits, address, body, representatives } = values;
  if (!receivedOn || !channel || !subject) throw new Error('A row that was refused cannot be applied');
  return {
    channel,
    category: values.category,
    identityKind: values.identityKind,
    subject,
    receivedOn,
    card: { name, idNumber, phone, phoneDigits, address, body, representatives },
    idNumberSound: values.idNumberSound,
    superiorFrom: values.superiorFrom,
    reportBackDueOn: values.reportBackDueOn,
    importKey: Buffer.from(importKey),
    facts: { importId, line, peopleCount: values.peopleCount },
  };
}
