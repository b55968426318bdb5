import { define, type FigureWords } from './figure-words.ts';

/** Of what happened to petitions on a day of the period, whenever they were received. */
export type EventFigureCode =
  | 'FOLLOW_UP_RATE'
  | 'FOLLOW_UP_MISSED'
  | 'EXTENDED'
  | 'TRANSFERRED'
  | 'OBJECTED'
  | 'SUPERIOR_ORDERED'
  | 'SUPERIOR_RATE'
  | 'SUPERIOR_MISSED'
  | 'REACHED'
  | 'UNREACHABLE'
  | 'REPLIED'
  | 'REPLIED_LETTER'
  | 'REPLIED_MESSAGE'
  | 'REPLIED_PHONE'
  | 'REPLIED_WEB'
  | 'REPLIED_ON_THE_SPOT'
  | 'REPLIED_HOME_VISIT'
  | 'RETURNED';

const REPLY_KINDS = [
  'REPLIED_LETTER',
  'REPLIED_MESSAGE',
  'REPLIED_PHONE',
  'REPLIED_WEB',
  'REPLIED_ON_THE_SPOT',
  'REPLIED_HOME_VISIT',
] as const;

/** Which events of `report_event` a figure counts, and which of their petitions: all, those decided, those missed. */
export interface EventSet {
  readonly kinds: readonly string[];
  readonly of: 'ALL' | 'DECIDED' | 'MISSED';
}

const only = (kind: string, of: EventSet['of'] = 'ALL'): EventSet => ({ kinds: [kind], of });

export const EVENT_SETS: Readonly<Record<EventFigureCode, EventSet>> = {
  FOLLOW_UP_RATE: only('FOLLOW_UP', 'DECIDED'),
  FOLLOW_UP_MISSED: only('FOLLOW_UP', 'MISSED'),
  EXTENDED: only('EXTENDED'),
  TRANSFERRED: only('TRANSFERRED'),
  OBJECTED: only('OBJECTED'),
  SUPERIOR_ORDERED: only('SUPERIOR_ORDERED'),
  SUPERIOR_RATE: only('SUPERIOR_DUE', 'DECIDED'),
  SUPERIOR_MISSED: only('SUPERIOR_DUE', 'MISSED'),
  REACHED: only('REACHED'),
  UNREACHABLE: only('UNREACHABLE'),
  REPLIED: { kinds: REPLY_KINDS, of: 'ALL' },
  REPLIED_LETTER: only('REPLIED_LETTER'),
  REPLIED_MESSAGE: only('REPLIED_MESSAGE'),
  REPLIED_PHONE: only('REPLIED_PHONE'),
  REPLIED_WEB: only('REPLIED_WEB'),
  REPLIED_ON_THE_SPOT: only('REPLIED_ON_THE_SPOT'),
  REPLIED_HOME_VISIT: only('REPLIED_HOME_VISIT'),
  RETURNED: only('RETURNED'),
};

const repliedBy = (code: EventFigureCode, zh: string, en: string) =>
  define(
    code,
    [`${zh}回复`, `Replied ${en}`],
    [
      `期间内以${zh}方式发出过回复的信访件数，不论何时收到。`,
      `Petitions a reply went out to ${en} in the period, whenever received.`,
    ],
  );

export const EVENT_FIGURES: readonly FigureWords<EventFigureCode>[] = [
  define(
    'FOLLOW_UP_RATE',
    ['每月后续答复率', 'Monthly follow-up rate'],
    [
      '后续答复期限在期间内届满、已答复或已过期的信访件中，每次都在期限届满日当日或之前答复的比例。',
      'Of the petitions owed a monthly follow-up on a day of the period, given or past its day, the share for which every one came on or before it.',
    ],
    'RATE',
  ),
  define(
    'FOLLOW_UP_MISSED',
    ['后续答复逾期', 'Follow-ups missed'],
    [
      '计入每月后续答复率而至少一次未在期限内答复的信访件。',
      'Petitions of the monthly follow-up rate for which one at least came late, or has not come.',
    ],
  ),
  define(
    'EXTENDED',
    ['批准延期', 'Extensions granted'],
    ['期间内经领导批准延长期限的信访件数。', 'Petitions a leader granted more time for in the period.'],
  ),
  define(
    'TRANSFERRED',
    ['转送', 'Transferred'],
    ['期间内转送其他机关的信访件数。', 'Petitions transferred to another organ in the period.'],
  ),
  define(
    'OBJECTED',
    ['误转异议', 'Wrong transfers objected to'],
    [
      '期间内对转来的信访件向来文机关提出异议的件数。',
      'Petitions transferred in whose transfer was objected to in the period.',
    ],
  ),
  define(
    'SUPERIOR_ORDERED',
    ['上级交办', 'Ordered by a superior'],
    ['期间内收到的上级交办信访件数。', 'Petitions received in the period by order of an organ above.'],
  ),
  define(
    'SUPERIOR_RATE',
    ['交办按期报告率', 'Superior orders reported in time'],
    [
      '要求报告的日期在期间内、已报告或已过期的上级交办件中，在该日当日或之前报告办结的比例。',
      'Of the orders from above to be reported on by a day of the period, reported or past it, the share concluded on or before it.',
    ],
    'RATE',
  ),
  define(
    'SUPERIOR_MISSED',
    ['交办逾期未报', 'Superior orders missed'],
    ['计入交办按期报告率而未按期报告办结的信访件。', 'Petitions of that rate that were reported on late, or not yet.'],
  ),
  define(
    'REACHED',
    ['联系到信访人所需次数', 'Attempts until reached'],
    [
      '期间内首次联系上的信访件，到联系上为止的平均联系次数。',
      'Of the petitions whose petitioner was first reached in the period, how many attempts it took on average.',
    ],
    'MEAN',
  ),
  define(
    'UNREACHABLE',
    ['证明无法联系', 'Proven unreachable'],
    [
      '期间内经规定次数和方式联系仍无法取得联系、留有记录的信访件数。',
      'Petitions whose petitioner was proven unreachable in the period, by the attempts laid down, each on record.',
    ],
  ),
  define(
    'REPLIED',
    ['发出回复', 'Replied'],
    [
      '期间内发出过任何回复的信访件数，不论何时收到。',
      'Petitions any reply went out to in the period, whenever received.',
    ],
  ),
  repliedBy('REPLIED_LETTER', '信函', 'by letter'),
  repliedBy('REPLIED_MESSAGE', '短信', 'by message'),
  repliedBy('REPLIED_PHONE', '电话', 'by phone'),
  repliedBy('REPLIED_WEB', '网上', 'on the web'),
  repliedBy('REPLIED_ON_THE_SPOT', '当面', 'on the spot'),
  repliedBy('REPLIED_HOME_VISIT', '登门', 'by home visit'),
  define(
    'RETURNED',
    ['退回和未送达', 'Returned mail'],
    [
      '期间内有回复被退回或者未能送达的信访件数。',
      'Petitions a reply to which came back or could not be delivered in the period.',
    ],
  ),
];
