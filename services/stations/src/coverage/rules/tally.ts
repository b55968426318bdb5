import { daysBetween, type LocalDate } from '@everyletter/kit/time';
import { eachSlot, type SlotBasis } from '../../requirement/rules/slots.ts';
import type { HalfDay, Period } from './coverage.ts';

export const CoverageGrouping = {
  TOTAL: 'TOTAL',
  STATION: 'STATION',
  DAY: 'DAY',
  MONTH: 'MONTH',
  FIRM: 'FIRM',
} as const;
export type CoverageGrouping = (typeof CoverageGrouping)[keyof typeof CoverageGrouping];

/** Seats belong to no firm before somebody holds them. */
export type SlotGrouping = Exclude<CoverageGrouping, 'FIRM'>;

/** Who held the seats of one line, as days counted from the first of the period, one entry a seat. */
export interface HeldDays {
  readonly stationId: string;
  readonly halfDay: HalfDay;
  readonly line: number;
  readonly days: readonly number[];
}

export interface CoverageTally {
  /** The station, the day, the month, or empty for the whole. */
  readonly key: string;
  readonly requiredSeats: number;
  readonly coveredSeats: number;
  /** From 0 to 1; `null` when none was required. */
  readonly rate: number | null;
  /** Days on which a station asked for somebody, and of those the ones on which no seat was open. */
  readonly stationDays: number;
  readonly fullStationDays: number;
  /** Half-days whose requirement an exception changed. */
  readonly exceptedHalfDays: number;
}

type Counts = { -readonly [K in keyof Omit<CoverageTally, 'key' | 'rate'>]: number };

/** Counts a period by group, in the order the groups come up; a seat too many makes up for no other. */
export function tallyCoverage(
  period: Period,
  basis: SlotBasis,
  held: readonly HeldDays[],
  grouping: SlotGrouping,
): CoverageTally[] {
  const length = daysBetween(period.from, period.to) + 1;
  const there = new Map(held.map((one) => [lineKey(one), countDays(one.days, length)]));
  const groups = new Map<string, Counts>();
  const stationDays = new StationDays(length);
  eachSlot(period, basis, (line, { offset, date }, { lawyers, exceptionId }) => {
    const covered = Math.min(lawyers, there.get(lineKey(line))?.[offset] ?? 0);
    const group = groupOf(groups, keyOf(grouping, line.stationId, date));
    group.requiredSeats += lawyers;
    group.coveredSeats += covered;
    if (exceptionId !== null) group.exceptedHalfDays += 1;
    if (lawyers > 0) stationDays.note(line.stationId, { offset, date }, covered < lawyers);
  });
  stationDays.each((stationId, date, isFull) => {
    const group = groupOf(groups, keyOf(grouping, stationId, date));
    group.stationDays += 1;
    if (isFull) group.fullStationDays += 1;
  });
  return [...groups].map(([key, counts]) => ({
    key,
    ...counts,
    rate: counts.requiredSeats > 0 ? counts.coveredSeats / counts.requiredSeats : null,
  }));
}

/** Which stations asked for somebody on which days, and where a seat was open. */
class StationDays {
  private readonly stations = new Map<string, { readonly asked: (LocalDate | null)[]; readonly open: Uint8Array }>();

  constructor(private readonly length: number) {}

  note(
    stationId: string,
    { offset, date }: { readonly offset: number; readonly date: LocalDate },
    isOpen: boolean,
  ): void {
    const own = this.stations.get(stationId) ?? {
      asked: new Array<LocalDate | null>(this.length).fill(null),
      open: new Uint8Array(this.length),
    };
    this.stations.set(stationId, own);
    own.asked[offset] = date;
    if (isOpen) own.open[offset] = 1;
  }

  each(visit: (stationId: string, date: LocalDate, isFull: boolean) => void): void {
    for (const [stationId, { asked, open }] of this.stations) {
      asked.forEach((date, offset) => {
        if (date !== null) visit(stationId, date, open[offset] === 0);
      });
    }
  }
}

function countDays(days: readonly number[], length: number): Uint16Array {
  const counts = new Uint16Array(length);
  for (const day of days) counts[day] = (counts[day] as number) + 1;
  return counts;
}

const lineKey = ({ stationId, halfDay, line }: Omit<HeldDays, 'days'>) => `${stationId}/${halfDay}/${line}`;

function keyOf(grouping: SlotGrouping, stationId: string, date: LocalDate): string {
  switch (grouping) {
    case 'TOTAL':
      return '';
    case 'STATION':
      return stationId;
    case 'DAY':
      return date;
    case 'MONTH':
      return date.slice(0, 7);
  }
}

function groupOf(groups: Map<string, Counts>, key: string): Counts {
  const there = groups.get(key);
  if (there) return there;
  const fresh = { requiredSeats: 0, coveredSeats: 0, stationDays: 0, fullStationDays: 0, exceptedHalfDays: 0 };
  groups.set(key, fresh);
  return fresh;
}
