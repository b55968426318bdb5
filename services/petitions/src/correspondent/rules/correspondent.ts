import { RuleBroken } from '@everyletter/kit/errors';

/** Who else is answered: 代表人 · 律师 · 转交人. Source: the letter team’s practice that nobody who wrote goes unanswered. */
export const CorrespondentKind = {
  REPRESENTATIVE: 'REPRESENTATIVE',
  LAWYER: 'LAWYER',
  FORWARDER: 'FORWARDER',
} as const;
export type CorrespondentKind = (typeof CorrespondentKind)[keyof typeof CorrespondentKind];

/** Of a joint petition. Source: 《信访工作条例》20: at most five. */
export const REPRESENTATIVES_MAX = 5;
/** With the lawyers and forwarders of one petition. */
const CORRESPONDENTS_MAX = 12;

/** @throws RuleBroken `REPRESENTATIVES_COMPLETE`, `CORRESPONDENTS_TOO_MANY` */
export function checkNewCorrespondent(kind: CorrespondentKind, present: readonly CorrespondentKind[]): void {
  const representatives = present.filter((one) => one === 'REPRESENTATIVE').length;
  if (kind === 'REPRESENTATIVE' && representatives >= REPRESENTATIVES_MAX) {
    throw new RuleBroken('REPRESENTATIVES_COMPLETE', { field: 'kind', max: REPRESENTATIVES_MAX });
  }
  if (present.length >= CORRESPONDENTS_MAX) {
    throw new RuleBroken('CORRESPONDENTS_TOO_MANY', { field: 'kind', max: CORRESPONDENTS_MAX });
  }
}
