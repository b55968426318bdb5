import { addDays, daysBetween, type LocalDate, weekday } from '@everyletter/kit/time';
import { isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';
import type { HalfDay, Period } from '../../coverage/rules/coverage.ts';

/**
 * So many lawyers at a station in one half-day of certain days. `line` numbers what a station asks for side by side;
 * one line has one version a day. No specialty means any; of several one is enough.
 */
export interface Line {
  readonly stationId: string;
  readonly halfDay: HalfDay;
  readonly line: number;
  readonly lawyers: number;
  /** Bit 0 is Monday. `null`: every working day, make-up ones (调休上班日) included. */
  readonly weekdays: number | null;
  readonly specialties: readonly string[];
  readonly language: string | null;
  /** 1 is ordinary; a seat of 2 is missed twice as much. */
  readonly priority: number;
  readonly from: LocalDate;
  /** `null`: until further notice. */
  readonly to: LocalDate | null;
}

export const ExceptionKind = { CLOSE: 'CLOSE', RAISE: 'RAISE', LOWER: 'LOWER' } as const;
export type ExceptionKind = (typeof ExceptionKind)[keyof typeof ExceptionKind];

/** For some days a station asks for more, for less, or is closed; without half-day or line it is for all of them. */
export interface Exception {
  readonly id: string;
  readonly stationId: string;
  readonly kind: ExceptionKind;
  readonly halfDay: HalfDay | null;
  readonly line: number | null;
  /** How many then; `null` for a closing. */
  readonly lawyers: number | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What one line asks of one half-day; `lawyers` may be 0 under an exception. */
export interface Slot extends Pick<Line, 'stationId' | 'halfDay' | 'line' | 'lawyers'> {
  readonly date: LocalDate;
  readonly specialties: readonly string[];
  readonly language: string | null;
  readonly priority: number;
  readonly exceptionId: string | null;
}

export interface SlotBasis {
  readonly lines: readonly Line[];
  readonly exceptions: readonly Exception[];
  readonly calendar: WorkCalendar;
}

/** The days of a period on which lawyers may be wanted, counted from its first day. */
interface WorkedDay {
  readonly offset: number;
  readonly date: LocalDate;
  readonly weekday: number;
}

/** @param visit gets the day's place in the period, from 0, and how many lawyers are wanted there and then */
export type SlotVisit = (
  line: Line,
  day: { readonly offset: number; readonly date: LocalDate },
  asked: { readonly lawyers: number; readonly exceptionId: string | null },
) => void;

/**
 * Every half-day each line asks for, by line and then day. Closed or lowered half-days are visited as well, with what
 * is left of them, so that nobody can make a gap disappear unseen. Source: 工作日全覆盖.
 */
export function eachSlot(period: Period, { lines, exceptions, calendar }: SlotBasis, visit: SlotVisit): void {
  const days = workedDays(period, calendar);
  const byStation = Map.groupBy(exceptions, ({ stationId }) => stationId);
  for (const line of lines) {
    const own = (byStation.get(line.stationId) ?? []).filter((one) => concerns(one, line));
    for (const day of days) {
      if (day.date < line.from || (line.to !== null && day.date > line.to)) continue;
      if (line.weekdays !== null && !(line.weekdays & (1 << (day.weekday - 1)))) continue;
      visit(line, day, asked(line, day.date, own));
    }
  }
}

/** By day, morning first, then station and line. */
export function slotsOf(period: Period, basis: SlotBasis): Slot[] {
  const slots: Slot[] = [];
  eachSlot(period, basis, ({ stationId, halfDay, line, specialties, language, priority }, { date }, wanted) => {
    slots.push({ stationId, halfDay, line, specialties, language, priority, date, ...wanted });
  });
  return slots.sort(bySlot);
}

export function bySlot(one: SlotPlace, other: SlotPlace): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  if (one.halfDay !== other.halfDay) return one.halfDay === 'MORNING' ? -1 : 1;
  if (one.stationId !== other.stationId) return one.stationId < other.stationId ? -1 : 1;
  return one.line - other.line;
}

export type SlotPlace = Pick<Slot, 'stationId' | 'date' | 'halfDay' | 'line'>;

/** Known in this and no other slot. */
export function slotKey({ stationId, date, halfDay, line }: SlotPlace): string {
  return `${stationId}/${date}/${halfDay}/${line}`;
}

function workedDays({ from, to }: Period, calendar: WorkCalendar): WorkedDay[] {
  const days: WorkedDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkday(date, calendar)) days.push({ offset: daysBetween(from, date), date, weekday: weekday(date) });
  }
  return days;
}

function concerns({ halfDay, line }: Exception, asked: Line): boolean {
  return (halfDay === null || halfDay === asked.halfDay) && (line === null || line === asked.line);
}

/** A closing outdoes a change of numbers; of several changes the last that was written down holds. */
function asked(line: Line, date: LocalDate, exceptions: readonly Exception[]) {
  const inForce = exceptions.filter(({ from, to }) => date >= from && date <= to);
  const exception = inForce.find(({ kind }) => kind === 'CLOSE') ?? inForce.at(-1);
  if (!exception) return { lawyers: line.lawyers, exceptionId: null };
  return { lawyers: exception.lawyers ?? 0, exceptionId: exception.id };
}
