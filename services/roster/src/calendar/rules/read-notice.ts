import { Invalid } from '@everyletter/kit/errors';
import { addDays, civil, type LocalDate, parts, weekday } from '@everyletter/kit/time';
import { Holiday, holidayName, holidayOf } from './holidays.ts';

/** One item of a notice: a holiday, or two that fall together. */
export interface NoticeItem {
  readonly holidays: readonly Holiday[];
  readonly daysOff: readonly LocalDate[];
  readonly extraWorkdays: readonly LocalDate[];
}

/** What a yearly notice arranges. */
export interface Notice {
  readonly year: number;
  readonly title: string;
  /** Of the notice itself, where its end is part of the text. */
  readonly publishedOn: LocalDate | null;
  readonly items: readonly NoticeItem[];
}

const FIELD = 'text';
const ITEM = /[一二三四五六七八九十]+、([^:。\n]{2,20}):/gu;
const TITLE_YEAR = /关于(20\d\d)年(?:部分)?节假日安排/u;
const DATE = String.raw`(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:\(([^)]*)\))?`;
const END = String.raw`(?:至|到|[-—–~~]+)(?:(20\d\d)年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?`;
const SPAN = new RegExp(`${DATE}(?:${END})?`, 'gu');
/** What a day is for is said after it. */
const VERB = /放假|补休|上班/gu;
const COUNT = /共(\d{1,2})天|放假(\d{1,2})天/u;
const WEEKDAYS = '一二三四五六日';
/** A single holiday is never longer, even with days swapped before and after; a slip of the month would be. */
const SPAN_MAX_DAYS = 12;

/**
 * Reads the text of 国务院办公厅关于…年部分节假日安排的通知 as published, in the manner of any recent year, and holds what
 * it says twice against each other: dates against days of the week, ranges against numbers of days.
 * `year`: for a text without its title.
 * @throws Invalid `NOTICE_YEAR_UNKNOWN`, `NOTICE_HOLIDAYS_MISSING`, `NOTICE_DATE_WRONG`, `NOTICE_WEEKDAY_WRONG`,
 * `NOTICE_COUNT_WRONG`, `NOTICE_WORKDAY_WRONG`, `NOTICE_DAY_MISSING`
 */
export function readNotice(text: string, year: number | null): Notice {
  const plain = text.normalize('NFKC').replaceAll(/[ \t\u3000\u00a0]/gu, '');
  const stated = TITLE_YEAR.exec(plain.replaceAll('\n', ''))?.[1];
  const ofYear = stated ? Number(stated) : year;
  if (!ofYear) throw new Invalid('NOTICE_YEAR_UNKNOWN', { field: FIELD });
  const items = itemsOf(plain.replaceAll('\n', ''), ofYear);
  checkWhole(items, ofYear);
  return {
    year: ofYear,
    title: `国务院办公厅关于${ofYear}年部分节假日安排的通知`,
    publishedOn: publishedOn(plain, ofYear),
    items,
  };
}

/** Every day a notice gives off, and every weekend day it takes. */
export function noticeDays({ items }: Notice): { readonly daysOff: LocalDate[]; readonly extraWorkdays: LocalDate[] } {
  return {
    daysOff: items.flatMap((item) => item.daysOff).sort(),
    extraWorkdays: items.flatMap((item) => item.extraWorkdays).sort(),
  };
}

function itemsOf(plain: string, year: number): NoticeItem[] {
  const heads = [...plain.matchAll(ITEM)];
  return heads.flatMap((head, at) => {
    const holidays = (head[1] ?? '').split(/[、和及]/u).map(holidayOf);
    if (holidays.some((holiday) => holiday === null)) return [];
    const from = head.index + head[0].length;
    const words = plain.slice(from, heads[at + 1]?.index);
    return [itemOf(holidays as Holiday[], words, year)];
  });
}

function itemOf(holidays: readonly Holiday[], words: string, year: number): NoticeItem {
  const daysOff: LocalDate[] = [];
  const extraWorkdays: LocalDate[] = [];
  for (const sentence of words.split(/[。;]/u)) {
    const verbs = [...sentence.matchAll(VERB)];
    for (const span of sentence.matchAll(SPAN)) {
      const verb = verbs.find(({ index }) => index > span.index)?.[0];
      if (verb) (verb === '上班' ? extraWorkdays : daysOff).push(...daysIn(span, year, holidays));
    }
  }
  const written = COUNT.exec(words);
  const count = Number(written?.[1] ?? written?.[2] ?? daysOff.length);
  const holiday = holidays.map(holidayName).join('、');
  if (count !== daysOff.length || count === 0) {
    throw new Invalid('NOTICE_COUNT_WRONG', { field: FIELD, holiday, written: count, counted: daysOff.length });
  }
  return { holidays, daysOff, extraWorkdays };
}

/** A date without its year is of the notice's, but for a New Year that begins in December. */
function daysIn(span: RegExpExecArray, year: number, holidays: readonly Holiday[]): LocalDate[] {
  const [written, fromYear, fromMonth, fromDay, fromWeekday, toYear, toMonth, toDay, toWeekday] = span;
  const isBefore = holidays.includes('NEW_YEAR') && fromMonth === '12';
  const startYear = fromYear ? Number(fromYear) : isBefore ? year - 1 : year;
  const start = dateOf([startYear, Number(fromMonth), Number(fromDay)], { written, weekday: fromWeekday });
  if (!toDay) return [start];
  const month = Number(toMonth ?? fromMonth);
  const endYear = toYear ? Number(toYear) : startYear + (month < Number(fromMonth) ? 1 : 0);
  const end = dateOf([endYear, month, Number(toDay)], { written, weekday: toWeekday });
  const days: LocalDate[] = [];
  for (let day = start; day <= end && days.length <= SPAN_MAX_DAYS; day = addDays(day, 1)) days.push(day);
  if (days.length === 0 || days.length > SPAN_MAX_DAYS)
    throw new Invalid('NOTICE_DATE_WRONG', { field: FIELD, written });
  return days;
}

interface Writing {
  readonly written: string;
  /** What stands in brackets behind the date; may say more than the day of the week. */
  readonly weekday: string | undefined;
}

function dateOf([year, month, day]: readonly [number, number, number], { written, weekday: said }: Writing): LocalDate {
  const date = civil(year, month, day);
  if (!date) throw new Invalid('NOTICE_DATE_WRONG', { field: FIELD, written });
  const named = /(?:周|星期)([一二三四五六日天])/u.exec(said ?? '')?.[1]?.replace('天', '日');
  const real = WEEKDAYS[weekday(date) - 1] ?? '';
  if (named && named !== real) {
    throw new Invalid('NOTICE_WEEKDAY_WRONG', { field: FIELD, date, written: `周${named}`, real: `周${real}` });
  }
  return date;
}

/** All seven holidays, the days no year lacks, and no day that is both off and worked or worked anyway. */
function checkWhole(items: readonly NoticeItem[], year: number): void {
  const found = items.flatMap(({ holidays }) => holidays);
  const missing = Object.values(Holiday).filter((holiday) => !found.includes(holiday));
  if (missing.length > 0) {
    throw new Invalid('NOTICE_HOLIDAYS_MISSING', { field: FIELD, holidays: missing.map(holidayName) });
  }
  const off = new Set(items.flatMap(({ daysOff }) => daysOff));
  const never = [`${year}-01-01`, `${year}-05-01`, `${year}-10-01`, `${year}-10-02`, `${year}-10-03`];
  const lacking = never.find((day) => !off.has(day as LocalDate));
  if (lacking) throw new Invalid('NOTICE_DAY_MISSING', { field: FIELD, date: lacking });
  const worked = items.flatMap(({ extraWorkdays }) => extraWorkdays);
  const wrong = worked.find((day) => off.has(day) || weekday(day) < 6);
  if (wrong) throw new Invalid('NOTICE_WORKDAY_WRONG', { field: FIELD, date: wrong });
}

/** The last whole date of the text, when it is before the year it arranges. */
function publishedOn(plain: string, year: number): LocalDate | null {
  const last = [...plain.matchAll(/^(20\d\d)年(\d{1,2})月(\d{1,2})日$/gmu)].at(-1);
  if (!last) return null;
  const day = civil(Number(last[1]), Number(last[2]), Number(last[3]));
  return day && parts(day).year <= year ? day : null;
}
