import { RuleBroken } from '@everyletter/kit/errors';
import { isLeaderGrade, type StaffGrade } from './grades.ts';

/** What is known of a member of staff, cleaned. */
export interface StaffCard {
  readonly departmentId: string;
  readonly name: string;
  readonly title: string;
  readonly grade: StaffGrade;
  readonly staffNumber: string | null;
  /** Departments they answer for, each once. */
  readonly lineDepartmentIds: readonly string[];
}

/** @throws RuleBroken `LINES_NEED_LEADER`: only leaders of the house answer for departments. */
export function checkStaffCard({ grade, lineDepartmentIds }: StaffCard): void {
  if (lineDepartmentIds.length > 0 && !isLeaderGrade(grade)) {
    throw new RuleBroken('LINES_NEED_LEADER', { field: 'lineDepartmentIds' });
  }
}
