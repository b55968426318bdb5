import { dayOf } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { EarlierPetitions, KnownPetition } from './earlier-petitions.repository.ts';
import type { LedgerImport } from './ledger-import.entity.ts';
import { LedgerRow } from './ledger-row.entity.ts';
import { LedgerSeal } from './ledger-seal.ts';
import { earlierDuplicates } from './rules/duplicate.ts';
import { type LedgerRecord, type ReadRow, readLedger } from './rules/read-ledger.ts';
import { outcomeOf, type Remark } from './rules/remark.ts';
import { LAWFUL_REPRESENTATIVES } from './rules/representatives.ts';

/** Rows kept by one transaction; after each, progress can be seen and the work can stop. */
export const ROWS_A_STEP = 100;

/** Reads all rows of an import as of the day it came in, so that a second reading says the same. */
export function readImport(ledgerImport: LedgerImport, { options: { keys } }: Context): ReadRow[] {
  const content = ledgerImport.contentSealed;
  if (!content) throw new Error('The file of an unread ledger is gone');
  const records = JSON.parse(LedgerSeal.of(ledgerImport, keys).openText('content', content)) as LedgerRecord[];
  return readLedger(records, {
    today: dayOf(ledgerImport.createdAt),
    maxRepresentatives: LAWFUL_REPRESENTATIVES,
  });
}

/** One step of the dry run: the next rows against the petitions already registered. Four statements. */
export async function dryRunStep(
  ledgerImport: LedgerImport,
  rows: readonly ReadRow[],
  { em, options: { keys }, earlierPetitions }: Context,
): Promise<void> {
  const step = rows.slice(ledgerImport.doneRows, ledgerImport.doneRows + ROWS_A_STEP);
  const { id: importId, institutionId } = ledgerImport;
  const seal = LedgerSeal.of(ledgerImport, keys);
  const keyed = step.map((row) => ({ ...row, importKey: keys.blindIndex(row.canonical, institutionId, 'ledger_row') }));
  const known = await compare(keyed, earlierPetitions);
  const records = keyed.map(({ line, values, remarks, importKey }, at) => {
    const all = [...remarks, ...(known[at]?.remarks ?? [])];
    return {
      institutionId,
      importId,
      line,
      outcome: outcomeOf(all),
      remarks: all,
      importKey,
      petitionId: known[at]?.petitionId ?? null,
      valuesSealed: seal.sealRow(line, values),
    };
  });
  await em.insertMany(LedgerRow, records);
  ledgerImport.noteRead(step.length);
  await em.flush();
}

type KeyedRow = ReadRow & { readonly importKey: Buffer };

interface Comparison {
  readonly remarks: readonly Remark[];
  readonly petitionId: string | null;
}

async function compare(rows: readonly KeyedRow[], earlier: EarlierPetitions): Promise<Comparison[]> {
  const imported = await earlier.imported(rows.map(({ importKey }) => importKey));
  const alike = await earlier.alike(rows.map(({ values }) => values));
  const duplicates = earlierDuplicates([...alike, ...rows.map(({ values }) => values)]);
  return rows.map((row, at) => {
    const same = imported.get(row.importKey.toString('hex'));
    if (same) return { remarks: [alreadyImported(same)], petitionId: same.id };
    const found = alike[duplicates.get(alike.length + at) ?? alike.length];
    if (found) return { remarks: [about('DUPLICATE_OF_PETITION', found)], petitionId: null };
    const isOnlyNoted = row.values.saysDuplicate && !row.hasEarlier;
    return { remarks: isOnlyNoted ? [{ code: 'DUPLICATE_NOTED', column: 'note' }] : [], petitionId: null };
  });
}

export function alreadyImported(petition: KnownPetition): Remark {
  return about('ROW_ALREADY_IMPORTED', petition);
}

function about(code: Remark['code'], { number }: KnownPetition): Remark {
  return { code, column: null, facts: { number } };
}
