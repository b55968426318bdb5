import { Invalid } from '@everyletter/kit/errors';
import { v } from '@everyletter/kit/shape';
import { isLocalDate, type LocalDate } from '@everyletter/kit/time';
import type { YearArrangement } from './rules/next-calendar.ts';
import { noticeDays, readNotice } from './rules/read-notice.ts';

/** A notice fits on two pages. Characters. */
const TEXT_MAX = 20_000;
const FIRST_YEAR = 2004;
const LAST_YEAR = 2099;

const day = v.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value));
const SHAPE = v.object({
  year: v.pipe(v.number(), v.integer()),
  title: v.optional(v.pipe(v.string(), v.maxLength(100))),
  publishedOn: v.optional(v.nullable(day), null),
  daysOff: v.pipe(v.array(day), v.minLength(1), v.maxLength(100)),
  extraWorkdays: v.pipe(v.array(day), v.maxLength(50)),
});

export interface GivenNotice {
  /** As published, or JSON of {@link SHAPE}. */
  readonly text: string;
  readonly year?: number | null;
}

/**
 * A year's arrangement from what was pasted.
 * @throws Invalid `NOTICE_TOO_LONG`, `NOTICE_JSON_WRONG`, `NOTICE_YEAR_WRONG` and those of {@link readNotice}
 */
export function readArrangement({ text, year }: GivenNotice): YearArrangement {
  if (text.length > TEXT_MAX) throw new Invalid('NOTICE_TOO_LONG', { field: 'text', max: TEXT_MAX });
  const arrangement = text.trimStart().startsWith('{') ? fromJson(text) : fromText(text, year ?? null);
  const { year: ofYear } = arrangement.source;
  if (ofYear < FIRST_YEAR || ofYear > LAST_YEAR)
    throw new Invalid('NOTICE_YEAR_WRONG', { field: 'text', year: ofYear });
  return arrangement;
}

function fromText(text: string, year: number | null): YearArrangement {
  const notice = readNotice(text, year);
  const { year: ofYear, title, publishedOn } = notice;
  return { source: { year: ofYear, title, publishedOn }, ...noticeDays(notice) };
}

function fromJson(text: string): YearArrangement {
  const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), SHAPE), text);
  if (!success) throw new Invalid('NOTICE_JSON_WRONG', { field: 'text' });
  const { year, publishedOn, daysOff, extraWorkdays } = output;
  const title = output.title ?? `国务院办公厅关于${year}年部分节假日安排的通知`;
  const isTwice = extraWorkdays.some((one) => daysOff.includes(one));
  if (isTwice) throw new Invalid('NOTICE_JSON_WRONG', { field: 'text' });
  return {
    source: { year, title, publishedOn },
    daysOff: [...daysOff].sort(),
    extraWorkdays: [...extraWorkdays].sort(),
  };
}
