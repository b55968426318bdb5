import { gradeOf, type StaffGrade } from './grades.ts';

/** A row of a staff list, as written. */
export interface WrittenRow {
  readonly name: string;
  readonly staffNumber: string;
  readonly department: string;
  readonly title: string;
  readonly grade: string;
}

/** Somebody who is there already. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly staffNumber: string | null;
  readonly departmentId: string;
  readonly title: string;
  readonly grade: string;
}

export interface KnownDepartment {
  readonly id: string;
  readonly name: string;
}

export const RowOutcome = { ADDED: 'ADDED', CHANGED: 'CHANGED', SAME: 'SAME', REFUSED: 'REFUSED' } as const;
export type RowOutcome = (typeof RowOutcome)[keyof typeof RowOutcome];

/** Why a row is refused. */
export type RowRemark =
  | 'NAME_INVALID'
  | 'NUMBER_INVALID'
  | 'DEPARTMENT_UNKNOWN'
  | 'TITLE_INVALID'
  | 'GRADE_UNKNOWN'
  | 'PERSON_TWICE'
  | 'PERSON_UNCLEAR';

/** What a row comes to. */
export interface ReadRow {
  readonly outcome: RowOutcome;
  readonly remarks: readonly RowRemark[];
  readonly personId: string | null;
  readonly departmentId: string | null;
  readonly grade: StaffGrade;
}

const NAME = /^[\p{Script=Han}\p{L}·]{2,50}$/u;
const NUMBER = /^[0-9A-Za-z-]{1,20}$/u;
const TITLE_MAX = 30;

/** Whom and what a list is held against. */
export interface ListTerms {
  readonly people: readonly KnownPerson[];
  readonly departments: readonly KnownDepartment[];
}

/** Every row against the house, and against the rows above it; a person is known by number, else by name. */
export function readStaffRows(rows: readonly WrittenRow[], terms: ListTerms): ReadRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const read = readRow(row, terms);
    const key = row.staffNumber || read.personId || `${row.name}/${read.departmentId}`;
    const isTwice = seen.has(key) || (read.personId !== null && seen.has(read.personId));
    seen.add(key);
    if (read.personId) seen.add(read.personId);
    return isTwice ? { ...read, outcome: 'REFUSED', remarks: [...read.remarks, 'PERSON_TWICE'] } : read;
  });
}

function readRow(row: WrittenRow, { people, departments }: ListTerms): ReadRow {
  const department = departments.find(({ name }) => plain(name) === plain(row.department));
  const grade = gradeOf(row.grade || row.title) ?? (row.grade ? null : 'OTHER');
  const named = row.staffNumber
    ? people.filter(({ staffNumber }) => staffNumber === row.staffNumber)
    : people.filter(({ name }) => name === row.name);
  const remarks: RowRemark[] = [];
  if (!NAME.test(row.name)) remarks.push('NAME_INVALID');
  if (row.staffNumber && !NUMBER.test(row.staffNumber)) remarks.push('NUMBER_INVALID');
  if (!department) remarks.push('DEPARTMENT_UNKNOWN');
  if (row.title === '' || [...row.title].length > TITLE_MAX) remarks.push('TITLE_INVALID');
  if (!grade) remarks.push('GRADE_UNKNOWN');
  if (named.length > 1) remarks.push('PERSON_UNCLEAR');
  const [person] = named;
  const read = { personId: person?.id ?? null, departmentId: department?.id ?? null, grade: grade ?? 'OTHER' };
  if (remarks.length > 0) return { ...read, outcome: 'REFUSED', remarks };
  return { ...read, outcome: person ? compare(person, row, read) : 'ADDED', remarks };
}

function compare(
  person: KnownPerson,
  { name, title }: WrittenRow,
  { departmentId, grade }: { readonly departmentId: string | null; readonly grade: string },
): RowOutcome {
  const isSame =
    person.name === name && person.title === title && person.departmentId === departmentId && person.grade === grade;
  return isSame ? 'SAME' : 'CHANGED';
}

/** Brackets and spaces of a department's name are written in any width. */
function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '');
}
