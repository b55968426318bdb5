import { readCell } from './cell-text.ts';
import type { IdentityKind } from './petition-kinds.ts';
import type { NameReading } from './petitioner-name.ts';
import { isRefused, type Reading, type Remark } from './remark.ts';

const YES: ReadonlySet<string> = new Set(['是', '实名', 'Y', 'y', '√', '1']);
const NO: ReadonlySet<string> = new Set(['否', '匿名', '非实名', 'N', 'n', '×', '0']);

export interface IdentityCells {
  readonly name: NameReading;
  /** The cell `是否实名` as written. */
  readonly realName: string;
  /** The note says 化名. */
  readonly saysPseudonym: boolean;
}

/**
 * Who stands behind the petition. A note of 化名 outweighs the yes of `是否实名`: the seed ledger writes it so.
 * A name beside a no is taken for an assumed one, so that it is not lost; every contradiction is a warning.
 */
export function readIdentity({ name, realName, saysPseudonym }: IdentityCells): Reading<IdentityKind> {
  const cell = readCell(realName, 'realName');
  const answer = YES.has(cell.value) ? 'YES' : NO.has(cell.value) ? 'NO' : 'NONE';
  if (name.value === null) return nameless(name, answer, cell.remarks);
  if (saysPseudonym) return { value: 'PSEUDONYMOUS', remarks: cell.remarks };
  if (answer === 'NO') return contradictory('PSEUDONYMOUS', cell.remarks);
  if (answer === 'YES') return { value: 'REAL_NAME', remarks: cell.remarks };
  const remark: Remark = { code: 'REAL_NAME_NOT_STATED', column: 'realName' };
  return { value: 'REAL_NAME', remarks: [...cell.remarks, remark] };
}

function nameless(name: NameReading, answer: string, remarks: readonly Remark[]): Reading<IdentityKind> {
  if (answer === 'YES' && name.saysAnonymous) return contradictory('ANONYMOUS', remarks);
  if (answer === 'NO' || name.saysAnonymous || isRefused(name.remarks)) return { value: 'ANONYMOUS', remarks };
  return { value: 'ANONYMOUS', remarks: [...remarks, { code: 'NAME_MISSING', column: 'name' }] };
}

function contradictory(kind: 'ANONYMOUS' | 'PSEUDONYMOUS', remarks: readonly Remark[]): Reading<IdentityKind> {
  return { value: kind, remarks: [...remarks, { code: `IDENTITY_TAKEN_AS_${kind}`, column: 'realName' }] };
}
