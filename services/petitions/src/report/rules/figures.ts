import { EVENT_FIGURES, type EventFigureCode } from './event-figures.ts';
import { define, type FigureWords } from './figure-words.ts';

/** Letters and underscores only: the code stands in the address bar of the worklist. */
export type FigureCode = ReceivedFigureCode | EventFigureCode | StockFigureCode;

/** Of petitions by their day of receipt. */
export type ReceivedFigureCode =
  | 'RECEIVED'
  | 'RECEIVED_FIRST'
  | 'RECEIVED_REPEAT'
  | 'RECEIVED_JOINT'
  | 'RECEIVED_ANONYMOUS'
  | 'SAME_DAY_RATE'
  | 'SAME_DAY_MISSED'
  | 'PROCEDURAL_RATE'
  | 'PROCEDURAL_MISSED'
  | 'SUBSTANTIVE_RATE'
  | 'SUBSTANTIVE_MISSED';

/** Of petitions as they stand today, whenever received. */
export type StockFigureCode = 'OVERDUE_NOW' | 'UNANSWERED' | 'UNANSWERED_OVERDUE';

/**
 * What each figure counts. Petitions, never matters: every letter is to be answered. Source: 刑事诉讼规则 163 for the
 * two clocks; 信访工作通报 for the petitions that cannot be replied to (等无法回复的以外).
 */
const RECEIVED_FIGURES: readonly FigureWords<ReceivedFigureCode>[] = [
  define(
    'RECEIVED',
    ['收到信访件', 'Petitions received'],
    ['收到日期在期间内的信访件数。', 'Petitions whose day of receipt lies in the period.'],
  ),
  define(
    'RECEIVED_FIRST',
    ['初信初访', 'First petitions'],
    [
      '期间内收到、未被确认为重复的信访件数。',
      'Petitions received in the period that were not confirmed to repeat one.',
    ],
  ),
  define(
    'RECEIVED_REPEAT',
    ['重复信访', 'Repeated petitions'],
    [
      '期间内收到、经办案人员确认同人同事的信访件数；重复不影响受理和回复。',
      'Petitions received in the period that a clerk confirmed to be by the same person about the same matter; they are accepted and answered like any other.',
    ],
  ),
  define(
    'RECEIVED_JOINT',
    ['联名信、集体访', 'Joint petitions'],
    [
      '期间内收到、两人以上或者有代表人的信访件数。',
      'Petitions received in the period by two people or more, or with a representative.',
    ],
  ),
  define(
    'RECEIVED_ANONYMOUS',
    ['匿名信访', 'Anonymous petitions'],
    ['期间内收到、未署名的信访件数。', 'Petitions received in the period without a name.'],
  ),
  define(
    'SAME_DAY_RATE',
    ['当日清理率', 'Cleared in time'],
    [
      '期间内收到、分诊目标日已过或已分诊的信访件中，在分诊目标日（通常为当日）当日或之前分诊的比例。',
      'Of the petitions received in the period that were triaged or whose triage day is past, the share triaged on or before that day, as a rule the day they came.',
    ],
    'RATE',
  ),
  define(
    'SAME_DAY_MISSED',
    ['未当日清理', 'Not cleared in time'],
    [
      '计入当日清理率而未在分诊目标日内分诊的信访件。',
      'Petitions of the share cleared in time that were triaged later, or not yet.',
    ],
  ),
  define(
    'PROCEDURAL_RATE',
    ['程序性回复率', 'Procedural reply rate'],
    [
      '期间内收到、程序性回复期限已届满或已回复的信访件中，在期限届满日当日或之前回复的比例。严格口径计入全部；可联系口径除去匿名和经规定次数联系仍无法取得联系的。',
      'Of the petitions received in the period that were replied to or whose procedural clock has run out, the share replied to on or before the due day. Strict counts all of them; reachable leaves out the anonymous ones and those proven unreachable.',
    ],
    'RATE',
  ),
  define(
    'PROCEDURAL_MISSED',
    ['程序性回复逾期', 'Procedural replies missed'],
    [
      '计入程序性回复率严格口径而未在期限内回复的信访件：逾期才回复的和至今未回复的。',
      'Petitions of the strict procedural reply rate without a reply in time: replied to late, or not yet.',
    ],
  ),
  define(
    'SUBSTANTIVE_RATE',
    ['实体性答复率', 'Substantive answer rate'],
    [
      '期间内收到、实体性答复期限已届满或已答复的信访件中，在期限届满日当日或之前答复的比例；同一事项的信访件共用一个期限。两种口径同程序性回复率。',
      'Of the petitions received in the period that were answered or whose substantive clock has run out, the share answered on or before the due day; petitions about one matter share its clock. Both denominators as for the procedural rate.',
    ],
    'RATE',
  ),
  define(
    'SUBSTANTIVE_MISSED',
    ['实体性答复逾期', 'Substantive answers missed'],
    [
      '计入实体性答复率严格口径而未在期限内答复的信访件：逾期才答复的和至今未答复的。',
      'Petitions of the strict substantive answer rate without an answer in time: answered late, or not yet.',
    ],
  ),
];

const STOCK_FIGURES: readonly FigureWords<StockFigureCode>[] = [
  define(
    'OVERDUE_NOW',
    ['目前逾期', 'Overdue now'],
    [
      '截至今日，程序性回复或者实体性答复已过期限仍未发出的信访件，不论何时收到。',
      'Petitions whose procedural reply or substantive answer is past its due day and not sent as of today, whenever received.',
    ],
  ),
  define(
    'UNANSWERED',
    ['未答复且未逾期', 'Unanswered, not overdue'],
    [
      '截至今日，实体性答复尚未发出、期限未过的信访件，按收到至今的天数分组。',
      'Petitions without a substantive answer and not past its due day as of today, grouped by days since receipt.',
    ],
  ),
  define(
    'UNANSWERED_OVERDUE',
    ['未答复已逾期', 'Unanswered and overdue'],
    [
      '截至今日，实体性答复已过期限仍未发出的信访件。',
      'Petitions whose substantive answer is past its due day and not sent as of today.',
    ],
  ),
];

export const FIGURES: readonly FigureWords<FigureCode>[] = [...RECEIVED_FIGURES, ...EVENT_FIGURES, ...STOCK_FIGURES];
export const RECEIVED_CODES: readonly ReceivedFigureCode[] = RECEIVED_FIGURES.map(({ code }) => code);
export const EVENT_CODES: readonly EventFigureCode[] = EVENT_FIGURES.map(({ code }) => code);
export const STOCK_CODES: readonly StockFigureCode[] = STOCK_FIGURES.map(({ code }) => code);

/** What they count tells of people, not of our work: a reporter sees no small number of them. */
export const OF_PEOPLE: readonly FigureCode[] = [
  'RECEIVED_FIRST',
  'RECEIVED_REPEAT',
  'RECEIVED_JOINT',
  'RECEIVED_ANONYMOUS',
  'UNREACHABLE',
];

const byCode = new Map(FIGURES.map((figure) => [figure.code as string, figure]));

export function isFigureCode(code: string): code is FigureCode {
  return byCode.has(code);
}

export function findFigure(code: string): FigureWords<FigureCode> | null {
  return byCode.get(code) ?? null;
}

export function figureWords(code: FigureCode): FigureWords<FigureCode> {
  return byCode.get(code) as FigureWords<FigureCode>;
}
