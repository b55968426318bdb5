import { addDays, localDate } from '@everyletter/kit/time';
import { dayNumbersOf, type Leader, type Problem } from '../src/rota/rules/problem.ts';
import { type KeyPeriod, turnsOf } from '../src/rota/rules/turns.ts';
import { DEFAULT_WISHES } from '../src/rota/rules/wishes.ts';
import { knownCalendar } from './known-calendar.ts';

const LINES = ['criminal', 'civil', 'administrative', 'public-interest'];
/** Per thousand and half-day. */
const AWAY = { inKeyPeriod: 50, otherwise: 150 };

/** Numbers that look like chance and are the same every time. */
export function sequence(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface ProblemOptions {
  readonly leaders: number;
  readonly from: string;
  readonly to: string;
  readonly seed: number;
}

/** An office that receives on every working day, with leave, trips and weekdays nobody likes. */
export function buildProblem({ leaders, from, to, seed }: ProblemOptions): Problem {
  const calendar = knownCalendar();
  const next = sequence(seed);
  const period = { from: localDate(from), to: localDate(to) };
  const rule = {
    weekdays: [],
    nthInMonth: [],
    everyWeeks: 1,
    validFrom: period.from,
    validTo: null,
    holidayPolicy: 'SKIP',
    span: 'WHOLE_DAY',
  } as const;
  const turns = turnsOf({ rules: [rule], keyPeriods: keyPeriodsOf(from.slice(0, 4)) }, period, calendar);
  const people = Array.from({ length: leaders }, (_, at): Leader => {
    const away = turns
      .filter(({ keyPeriodId }) => next() * 1000 < (keyPeriodId ? AWAY.inKeyPeriod : AWAY.otherwise))
      .map(({ date }) => ({ from: date, to: date }));
    const start = turns[Math.floor(next() * turns.length)]?.date ?? period.from;
    const leave = turns.find(({ date }) => date === start)?.keyPeriodId ? [] : [{ from: start, to: addDays(start, 7) }];
    return {
      id: `leader-${at}`,
      grade: gradeAt(at, leaders),
      lines: at === 0 ? [] : [LINES[(at - 1) % LINES.length] as string],
      share: [0.5, 1, 1.2][rankAt(at, leaders)] as number,
      dislikedWeekdays: [1 + Math.floor(next() * 5)],
      away: [...away, ...leave],
      before: { total: 0, key: 0, makeUp: 0 },
    };
  });
  const dayNumbers = dayNumbersOf(turns, calendar);
  return { leaders: people, turns, dayNumbers, wishes: DEFAULT_WISHES, kept: [], settledBefore: null };
}

function rankAt(at: number, leaders: number): number {
  if (at === 0) return 0;
  return at <= Math.ceil(leaders * 0.55) ? 1 : 2;
}

function gradeAt(at: number, leaders: number): string {
  return ['CHIEF_PROCURATOR', 'DEPUTY_CHIEF', 'COMMITTEE_MEMBER'][rankAt(at, leaders)] as string;
}

function keyPeriodsOf(year: string): KeyPeriod[] {
  const periods = [
    ['03-02', '03-12'],
    ['06-01', '06-05'],
    ['09-24', '10-10'],
    ['12-01', '12-04'],
  ] as const;
  return periods.map(([from, to]) => ({
    id: `key-${from}`,
    name: from,
    fromOn: localDate(`${year}-${from}`),
    toOn: localDate(`${year}-${to}`),
    leadersPerHalfDay: 2,
    minimumGrade: 'DEPUTY_CHIEF',
    includesDaysOff: false,
  }));
}
