import type { CodedError } from '../graphql/coded-error.ts';
import { CSRF_HEADER } from '../graphql/csrf-header.ts';

const DOOR = '/files/roster/staff-list';
const OFFLINE: CodedError = { code: 'OFFLINE', kind: 'UNAVAILABLE', details: {}, requestId: null };

export interface StaffListRow {
  readonly line: number;
  readonly name: string;
  readonly staffNumber: string;
  readonly department: string;
  readonly title: string;
  readonly outcome: 'ADDED' | 'CHANGED' | 'SAME' | 'REFUSED';
  readonly remarks: readonly (
    | 'NAME_INVALID'
    | 'NUMBER_INVALID'
    | 'DEPARTMENT_UNKNOWN'
    | 'TITLE_INVALID'
    | 'GRADE_UNKNOWN'
    | 'PERSON_TWICE'
    | 'PERSON_UNCLEAR'
  )[];
}

export interface StaffListReport {
  readonly rows: readonly StaffListRow[];
  readonly unknownTitles: readonly string[];
  readonly applied: boolean;
}

/** The same file twice: first to see what it would change, then to change it. */
export async function sendStaffList(
  file: File,
  apply: boolean,
): Promise<StaffListReport | { readonly refusal: CodedError }> {
  const body = new FormData();
  body.append('file', file);
  const request = { method: 'POST', credentials: 'same-origin', headers: CSRF_HEADER, body } as const;
  const response = await fetch(apply ? `${DOOR}/apply` : DOOR, request).catch(() => null);
  const answer = await response?.json().catch(() => null);
  if (response?.ok && answer) return answer;
  return { refusal: answer ? { details: {}, ...answer.errors[0].extensions } : OFFLINE };
}
