/** A figure's name and meaning, in both languages, served as data beside the numbers. */
export interface FigureWords {
  readonly code: FigureCode;
  readonly name: { readonly zh: string; readonly en: string };
  readonly words: { readonly zh: string; readonly en: string };
}

export type FigureCode =
  | 'REFERRED'
  | 'CONSENT_REFUSED'
  | 'ACCEPTED'
  | 'IN_TIME'
  | 'AGREED'
  | 'PERFORMED'
  | 'CONFIRMED'
  | 'WITHDRAWN';

const define = (code: FigureCode, name: readonly [string, string], words: readonly [string, string]): FigureWords => ({
  code,
  name: { zh: name[0], en: name[1] },
  words: { zh: words[0], en: words[1] },
});

/** What each figure counts: referrals proposed in the period, as they stand today. */
export const FIGURES: readonly FigureWords[] = [
  define('REFERRED', ['提请', 'Referred'], ['期间内提出的调解。', 'Referrals proposed in the period.']),
  define(
    'CONSENT_REFUSED',
    ['不同意', 'Consent refused'],
    ['其中，有当事人不同意、没有转出的。', 'Of these, those a party refused, so that nothing went out.'],
  ),
  define('ACCEPTED', ['受理', 'Accepted'], ['其中，合作组织受理的。', 'Of these, those a partner accepted.']),
  define(
    'IN_TIME',
    ['期限内达成', 'Agreed in time'],
    [
      '其中，协议在调解期限（含双方同意的延长）届满日当日或之前生效的。',
      'Of these, those whose agreement took effect by the last day of the mediation, extensions by both included.',
    ],
  ),
  define('AGREED', ['达成协议', 'Agreed'], ['其中，协议已生效的。', 'Of these, those whose agreement took effect.']),
  define('PERFORMED', ['已履行', 'Performed'], ['其中，协议全部履行的。', 'Of these, those performed in full.']),
  define(
    'CONFIRMED',
    ['司法确认', 'Confirmed'],
    ['其中，法院确认协议有效的。', 'Of these, those confirmed by a court.'],
  ),
  define('WITHDRAWN', ['退出', 'Withdrawn'], ['其中，当事人退出的。', 'Of these, those a party withdrew from.']),
];
