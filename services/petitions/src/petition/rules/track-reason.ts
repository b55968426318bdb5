import type { Phrase } from '../../clock/rules/explanation.ts';
import type { TrackChoice } from './track.ts';

/** Why a petition is on its track: what decided on arrival, or a person at the triage desk. */
export type TrackReasonCode = TrackChoice['reasonCode'] | 'CHOSEN_AT_TRIAGE';

const WORDS: Readonly<Record<TrackReasonCode, Phrase>> = {
  ASSIGNED_FROM_ABOVE: { zh: '上级交办', en: 'Assigned from above' },
  CATEGORY_UNCLEAR: { zh: '难于归口', en: 'Hard to classify' },
  SIGNED_LETTER: { zh: '实名来信', en: 'Real-name letter' },
  CATEGORY_CLEAR: { zh: '性质明确', en: 'Its nature is clear' },
  CHOSEN_AT_TRIAGE: { zh: '分诊时选定', en: 'Chosen at the triage desk' },
};

export function trackReason(code: TrackReasonCode): Phrase {
  return WORDS[code];
}
