import { CodedError } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { Refusal } from '../http/refusal.ts';
import { REPORT_SCOPES, type ReportScope } from './key-scopes.ts';

export const MAX_DAYS = 365;
export const MAX_PER_HOUR = 3600;
export const MAX_NAME = 40;
/** How long a replaced key may go on beside its successor. Days. */
export const MAX_OVERLAP_DAYS = 30;

export interface WantedKey {
  readonly name: string;
  readonly scopes: readonly ReportScope[];
  readonly perHour: number;
  readonly days: number;
}

/** @throws Refusal naming the field and what it may hold */
export function readWantedKey(body: unknown): WantedKey {
  const { name, scopes, perHour, days } = asMap(body);
  return {
    name: readName(name),
    scopes: readScopes(scopes),
    perHour: readNumber('perHour', perHour, { min: 1, max: MAX_PER_HOUR }),
    days: readNumber('days', days, { min: 1, max: MAX_DAYS }),
  };
}

/** @throws Refusal naming the field and what it may hold */
export function readRotation(body: unknown): { readonly overlapDays: number; readonly days: number } {
  const { overlapDays, days } = asMap(body);
  return {
    overlapDays: readNumber('overlapDays', overlapDays, { min: 0, max: MAX_OVERLAP_DAYS }),
    days: readNumber('days', days, { min: 1, max: MAX_DAYS }),
  };
}

/** @throws Refusal with the code of the text rules */
export function readName(name: unknown, field = 'name'): string {
  if (typeof name !== 'string') throw new Refusal(400, 'BODY_INVALID', { field });
  try {
    return cleanText(name, { field, min: 1, max: MAX_NAME });
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    throw new Refusal(400, error.code, error.details as Record<string, string | number>);
  }
}

function readScopes(scopes: unknown): ReportScope[] {
  const given = Array.isArray(scopes) ? scopes : [];
  const unknown = given.some((scope) => !REPORT_SCOPES.includes(scope));
  if (unknown || given.length === 0) throw new Refusal(400, 'API_KEY_SCOPES_INVALID', { field: 'scopes' });
  return REPORT_SCOPES.filter((scope) => given.includes(scope));
}

function readNumber(
  field: string,
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
  if (!fits) throw new Refusal(400, 'NUMBER_OUT_OF_RANGE', { field, min, max });
  return value;
}

export function asMap(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal(400, 'BODY_INVALID');
  return body as Record<string, unknown>;
}
