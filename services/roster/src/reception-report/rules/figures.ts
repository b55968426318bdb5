export type ReceptionFigureCode =
  | 'SESSIONS_HELD'
  | 'VISITORS_BOOKED'
  | 'VISITORS_RECEIVED'
  | 'LEADERS_COMPLIANT'
  | 'KEY_HALF_DAYS_COVERED';

export interface ReceptionFigureWords {
  readonly code: ReceptionFigureCode;
  readonly name: { readonly zh: string; readonly en: string };
  readonly words: { readonly zh: string; readonly en: string };
}

const define = (
  code: ReceptionFigureCode,
  name: readonly [string, string],
  words: readonly [string, string],
): ReceptionFigureWords => ({
  code,
  name: { zh: name[0], en: name[1] },
  words: { zh: words[0], en: words[1] },
});

/** What each figure counts. Counts of our own work, never of a person who came. */
export const RECEPTION_FIGURES: readonly ReceptionFigureWords[] = [
  define(
    'SESSIONS_HELD',
    ['领导接访次数', 'Sessions held'],
    [
      '期间内到今日为止、没有取消的领导接访；同一位领导同一天上午下午合计一次，不少于半天。更换领导的，计入实际接访的领导。',
      'Reception of leaders in the period up to today that was not called off; a leader’s morning and afternoon of one day are one session of at least half a day. After a substitution it counts for who received.',
    ],
  ),
  define(
    'VISITORS_BOOKED',
    ['预约和现场取号', 'Numbers given'],
    ['期间内接待日发出的号，不含已取消的。', 'Numbers given for days of the period, without those cancelled.'],
  ),
  define(
    'VISITORS_RECEIVED',
    ['已接待', 'Received'],
    ['期间内接待日已由领导接待完毕的号。', 'Numbers of the period whose visitors a leader has received.'],
  ),
  define(
    'LEADERS_COMPLIANT',
    ['本年已达标领导', 'Leaders at the minimum'],
    [
      '参加轮值的领导中，期间结束日所在年份的接访次数已不少于规定次数的人数。',
      'Leaders in the rota who in the year of the period’s last day have held at least the sessions laid down.',
    ],
  ),
  define(
    'KEY_HALF_DAYS_COVERED',
    ['重大活动节点已排足半天', 'Key half-days covered'],
    [
      '期间内重大活动节点的工作半天中，已排领导人数不少于规定人数的。',
      'Working half-days of key periods in the period for which at least the leaders laid down are on the rota.',
    ],
  ),
];

export function receptionFigure(code: ReceptionFigureCode): ReceptionFigureWords {
  return RECEPTION_FIGURES.find((figure) => figure.code === code) as ReceptionFigureWords;
}
