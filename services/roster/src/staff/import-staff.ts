import { authorize, Invalid } from '@everyletter/kit/errors';
import { readSheet, type SheetLayout } from '@everyletter/kit/sheet';
import { hasRole } from '@everyletter/kit/viewer';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { addStaff } from './add-staff.ts';
import { changeStaff } from './change-staff.ts';
import { type ReadRow, readStaffRows, type WrittenRow } from './rules/staff-row.ts';

const LAYOUT: SheetLayout<keyof WrittenRow> = {
  columns: {
    name: { titles: ['姓名', 'name'], required: true },
    staffNumber: { titles: ['工号', '人员编号', 'number'] },
    department: { titles: ['部门', '所在部门', 'department'], required: true },
    title: { titles: ['职务', 'title'], required: true },
    grade: { titles: ['职级', '人员类别', 'grade'] },
  },
  maxRows: 2000,
  maxMegabytes: 2,
};

/** A row with what it comes to, as the report tells it. */
export interface ReportedRow extends WrittenRow, Pick<ReadRow, 'outcome' | 'remarks'> {
  readonly line: number;
}

export interface StaffImport {
  readonly encoding: string;
  readonly unknownTitles: readonly string[];
  readonly rows: readonly ReportedRow[];
  readonly applied: boolean;
}

/**
 * Reads a list of people against the house, row by row; with `apply` it takes over what is not refused, all of it or
 * nothing. Nobody leaves for not being on the list.
 * @throws Forbidden `NOT_ALLOWED`; Invalid `STAFF_LIST_MISSING` and the codes of `readSheet`; what {@link addStaff} and
 * {@link changeStaff} throw
 */
export async function importStaff(file: Buffer | undefined, apply: boolean, context: Context): Promise<StaffImport> {
  const { viewer, people } = context;
  authorize(viewer.via === 'SESSION' && hasRole(viewer, 'SYSTEM_ADMINISTRATOR'));
  if (!file) throw new Invalid('STAFF_LIST_MISSING', { field: 'file' });
  const { encoding, unknownTitles, rows } = await readSheet(file, LAYOUT);
  const known = await people.staffOf(viewer.institutionId, {});
  const departments = (await people.departmentsOf.load(viewer.institutionId)).filter(({ closedOn }) => !closedOn);
  const read = readStaffRows(
    rows.map(({ cells }) => cells),
    { people: known.map((one) => ({ ...one, staffNumber: one.staffNumber ?? null })), departments },
  );
  const report = rows.map(({ line, cells }, at) => {
    const { outcome, remarks } = read[at] as ReadRow;
    return { line, ...cells, outcome, remarks };
  });
  if (apply)
    await applyRows(
      rows.map(({ cells }) => cells),
      read,
      context,
    );
  return { encoding, unknownTitles, rows: report, applied: apply };
}

async function applyRows(rows: readonly WrittenRow[], read: readonly ReadRow[], context: Context): Promise<void> {
  for (const [at, { outcome, personId, departmentId, grade }] of read.entries()) {
    const { name, title, staffNumber } = rows[at] as WrittenRow;
    const card = { departmentId: departmentId ?? '', name, title, grade, staffNumber: staffNumber || null };
    if (outcome === 'ADDED') await addStaff({ ...card, lineDepartmentIds: [] }, context);
    if (outcome !== 'CHANGED' || !personId) continue;
    const { version } = await context.people.changeStaff(personId, null);
    await changeStaff({ ...card, id: personId, version, staffNumber: staffNumber || undefined }, context);
  }
  const count = (outcome: string) => read.filter((one) => one.outcome === outcome).length;
  await auditChange(context, {
    action: 'IMPORT_STAFF',
    subjectType: 'Institution',
    subjectId: context.viewer.institutionId,
    facts: { added: count('ADDED'), changed: count('CHANGED'), same: count('SAME'), refused: count('REFUSED') },
  });
}
