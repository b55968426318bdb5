/** A fixed id of the demo data: `kind` and `number` are the last digits. */
export function demoId(kind: number, number: number): string {
  const tail = `${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
  return `01940000-0000-7000-8000-${tail}`;
}

const INSTITUTION = 1;
const DEPARTMENT = 2;
const STAFF = 3;
const ACCOUNT = 4;
const GRANT = 5;
const RECEPTION_DAY = 14;

export const institutionId = (number: number) => demoId(INSTITUTION, number);
export const departmentId = (number: number) => demoId(DEPARTMENT, number);
export const staffId = (number: number) => demoId(STAFF, number);
export const accountId = (number: number) => demoId(ACCOUNT, number);
export const grantId = (number: number) => demoId(GRANT, number);
export const receptionDayId = (number: number) => demoId(RECEPTION_DAY, number);
