import { RuleBroken } from '@everyletter/kit/errors';
import { Category } from './kinds.ts';

/** 受理的四项条件. Source: 刑事诉讼规则 162. */
export const AcceptanceCheck = {
  /** 属于检察机关受理范围 */
  WITHIN_SCOPE: 'WITHIN_SCOPE',
  /** 本院具有管辖权 */
  JURISDICTION: 'JURISDICTION',
  /** 申诉人是当事人、法定代理人或者近亲属，或者其委托的律师 */
  STANDING: 'STANDING',
  /** 材料符合要求 */
  MATERIALS: 'MATERIALS',
} as const;
export type AcceptanceCheck = (typeof AcceptanceCheck)[keyof typeof AcceptanceCheck];

const ALL = Object.values(AcceptanceCheck);
/** Anybody may accuse, report, suggest or ask: only scope and jurisdiction are looked at. */
const OPEN_TO_ANYBODY: ReadonlySet<Category> = new Set([
  Category.ACCUSATION,
  Category.REPORT,
  Category.PUBLIC_INTEREST_CLUE,
  Category.STAFF_MISCONDUCT,
  Category.SUGGESTION,
  Category.LEGAL_CONSULTATION,
  Category.OTHER,
]);

export function acceptanceChecks(category: Category): readonly AcceptanceCheck[] {
  return OPEN_TO_ANYBODY.has(category) ? [AcceptanceCheck.WITHIN_SCOPE, AcceptanceCheck.JURISDICTION] : ALL;
}

/**
 * `ticked`: what a person has looked at; null when nobody was asked, as in bulk.
 * @throws RuleBroken `ACCEPTANCE_INCOMPLETE` naming what is missing
 */
export function checkAcceptance(category: Category, ticked: readonly AcceptanceCheck[] | null): void {
  if (ticked === null) return;
  const missing = acceptanceChecks(category).filter((check) => !ticked.includes(check));
  if (missing.length > 0) throw new RuleBroken('ACCEPTANCE_INCOMPLETE', { field: 'acceptance', missing });
}

/** 首次信访且属三类的，由院领导包案. Source: 最高检 2021 (C14); 立案监督 has no category of its own. */
export function suggestsLeader(petition: {
  readonly category: Category;
  readonly subject: string;
  readonly isFirst: boolean;
}): boolean {
  const { category, subject, isFirst } = petition;
  if (!isFirst) return false;
  const isOne = category === Category.CRIMINAL_APPEAL || category === Category.STATE_COMPENSATION;
  return isOne || (category === Category.ACCUSATION && /立案/u.test(subject));
}

/** Never passed on to whom it is about. Source: 信访工作条例 18, 30. */
export function isRestricted(category: Category): boolean {
  return category === Category.ACCUSATION || category === Category.REPORT || category === Category.STAFF_MISCONDUCT;
}
