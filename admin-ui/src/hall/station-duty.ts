import { type FragmentOf, graphql, type ResultOf, readFragment } from '../graphql/graphql.ts';

export const StationDutyFragment = graphql(`
  fragment StationDuty on Station {
    id
    name
    kind
    place
    assignments(from: $from, to: $to) {
      id
      date
      halfDay
      lawyer {
        id
        name
        yearsOfPractice
        specialties
        firm { id name }
      }
    }
    coverage(from: $from, to: $to) { date halfDay requiredSeats coveredSeats }
  }
`);

/** Who of today's lawyers came; the id is the assignment's. */
export const HallPresenceFragment = graphql(`
  fragment HallPresence on Duty {
    id
    halfDay
    status
    checkedInAt
    lateMinutes
    checkedOutAt
    station { id }
    lawyer { id }
  }
`);
export type HallPresence = ResultOf<typeof HallPresenceFragment>;

export type StationDuty = ResultOf<typeof StationDutyFragment>;
export type DutyLawyer = StationDuty['assignments'][number]['lawyer'];
export type HalfDay = StationDuty['coverage'][number]['halfDay'];

export const HALF_DAYS: readonly HalfDay[] = ['MORNING', 'AFTERNOON'];

/** One half-day at one station: who is there, and whether somebody is missing. */
export interface DutySeat {
  readonly lawyers: readonly DutyLawyer[];
  readonly state: 'COVERED' | 'GAP' | 'NOT_REQUIRED';
  /** Lawyers still wanted. */
  readonly open: number;
}

export function stationsOf(refs: readonly FragmentOf<typeof StationDutyFragment>[]): readonly StationDuty[] {
  return readFragment(StationDutyFragment, refs);
}

/** A half-day the server lists no seats for, or one closed by an exception, requires nobody; somebody may be there all the same. */
export function seatOf(
  station: Pick<StationDuty, 'assignments' | 'coverage'>,
  date: string,
  halfDay: HalfDay,
): DutySeat {
  const isHere = (one: { date: string; halfDay: HalfDay }) => one.date === date && one.halfDay === halfDay;
  const lawyers = station.assignments.filter(isHere).map(({ lawyer }) => lawyer);
  const required = station.coverage.filter(({ requiredSeats, ...one }) => isHere(one) && requiredSeats > 0);
  const open = required.reduce((sum, { requiredSeats, coveredSeats }) => sum + requiredSeats - coveredSeats, 0);
  if (required.length === 0) return { lawyers, state: 'NOT_REQUIRED', open };
  return { lawyers, state: open > 0 ? 'GAP' : 'COVERED', open };
}

/** Over these days at all stations. */
export function seatTotals(stations: readonly Pick<StationDuty, 'coverage'>[], days: readonly string[]) {
  const asked = stations.flatMap(({ coverage }) => coverage).filter(({ date }) => days.includes(date));
  const required = asked.reduce((sum, { requiredSeats }) => sum + requiredSeats, 0);
  const covered = asked.reduce((sum, { coveredSeats }) => sum + coveredSeats, 0);
  return { required, covered, open: required - covered };
}
