import { authorize, CodedError, Invalid } from '@everyletter/kit/errors';
import { readSheet, type SheetRow } from '@everyletter/kit/sheet';
import { localDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { addLawyer, changeLawyer } from '../lawyer/change-lawyer.ts';
import type { LawyerInput } from '../lawyer/lawyer.inputs.ts';
import { canManageDuty } from '../lawyer/lawyer.policy.ts';
import type { ImportLawyersInput, LawyerImport, LawyerImportRow } from './lawyer-import.type.ts';
import { LAWYER_COLUMNS, type LawyerColumn, readLawyerRow, UnknownWord } from './rules/lawyer-columns.ts';

/** A directory is small; a larger file is another one. */
const LAYOUT = { columns: LAWYER_COLUMNS, maxRows: 500, maxMegabytes: 0.15 };

/**
 * Each row as if it were entered by hand: added, or changed where its licence number is known. A refused row changes
 * nothing and holds no other up; a dry run changes nothing at all.
 * @throws Invalid of `kit/sheet`
 */
export async function importLawyers({ content, dryRun }: ImportLawyersInput, context: Context): Promise<LawyerImport> {
  const { em, viewer } = context;
  authorize(canManageDuty(viewer));
  const { rows, unknownTitles } = await readSheet(Buffer.from(content, 'base64'), LAYOUT);
  await em.execute('savepoint before_import');
  const done: LawyerImportRow[] = [];
  for (const row of rows) done.push(await importRow(row, context));
  if (dryRun) {
    await em.execute('rollback to savepoint before_import');
    em.clear();
    return { rows: done.map((row) => ({ ...row, lawyerId: null })), unknownTitles };
  }
  const facts = { rows: done.length, refused: done.filter(({ outcome }) => outcome === 'REFUSED').length };
  const subjectId = viewer.institutionId;
  await auditChange(context, { action: 'IMPORT_LAWYERS', subjectType: 'Institution', subjectId, facts });
  return { rows: done, unknownTitles };
}

async function importRow({ line, cells }: SheetRow<LawyerColumn>, context: Context): Promise<LawyerImportRow> {
  const { em } = context;
  await em.execute('savepoint one_row');
  try {
    const { outcome, id } = await takeRow(cells, context);
    return { line, name: cells.name, outcome, lawyerId: id, code: null, field: null };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    em.clear();
    await em.execute('rollback to savepoint one_row');
    return { line, name: cells.name, outcome: 'REFUSED', lawyerId: null, ...refusal };
  }
}

async function takeRow(
  cells: Readonly<Record<LawyerColumn, string>>,
  context: Context,
): Promise<{ readonly outcome: 'ADD' | 'CHANGE'; readonly id: string }> {
  const { firms, lawyers, viewer, today } = context;
  const { specialties, ...said } = readLawyerRow(cells);
  const firm = await firms.byName(cells.firm);
  if (!firm) throw new Invalid('FIRM_UNKNOWN', { field: 'firm' });
  const known = await lawyers.byLicence(viewer.institutionId, said.licenceNumber.replaceAll(/\s/g, ''));
  const input: LawyerInput = {
    ...said,
    firmId: firm.id,
    practisingSince: localDate(said.practisingSince, 'practisingSince'),
    specialties: specialties?.map((specialty) => ({ specialty, validFrom: today })),
  };
  if (!known) return { outcome: 'ADD', id: (await addLawyer(input, context)).id };
  const { id, version } = known;
  await changeLawyer({ id, version }, input, context);
  return { outcome: 'CHANGE', id };
}

function refusalOf(error: unknown): { readonly code: string; readonly field: string | null } | null {
  if (error instanceof UnknownWord) return { code: 'WORD_UNKNOWN', field: error.column };
  if (!(error instanceof CodedError)) return null;
  const { rules, field } = error.details;
  return { code: error.code, field: Array.isArray(rules) ? rules.join(' ') : ((field ?? null) as string | null) };
}
