import type { Phrase } from '../../clock/rules/explanation.ts';

/** Why a petition is on its track: what decided on arrival, or a person at the triage desk. */
export type TrackReasonCode =
  | 'ASSIGNED_FROM_ABOVE'
  | 'CATEGORY_UNCLEAR'
  | 'SIGNED_LETTER'
  | 'CATEGORY_CLEAR'
  | 'BY_RULE'
  | 'CHOSEN_AT_TRIAGE';

const WORDS: Readonly<Record<TrackReasonCode, Phrase>> = {
  ASSIGNED_FROM_ABOVE: { zh: '上级交办', en: 'Assigned from above' },
  CATEGORY_UNCLEAR: { zh: '难于归口', en: 'Hard to classify' },
  SIGNED_LETTER: { zh: '实名来信', en: 'Real-name letter' },
  CATEGORY_CLEAR: { zh: '性质明确', en: 'Its nature is clear' },
  BY_RULE: { zh: '分诊规则', en: 'A triage rule' },
  CHOSEN_AT_TRIAGE: { zh: '分诊时选定', en: 'Chosen at the triage desk' },
};

/** `ruleName`: in the words of the administrator who wrote it, which are one language's. */
export function trackReason(code: TrackReasonCode, ruleName: string | null = null): Phrase {
  if (code === 'BY_RULE' && ruleName) return { zh: ruleName, en: ruleName };
  return WORDS[code];
}
