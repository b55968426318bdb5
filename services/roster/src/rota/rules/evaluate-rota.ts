import {
  countsAs,
  dislikes,
  fairnessCost,
  type Holding,
  isAway,
  type Leader,
  type Loads,
  linesOf,
  lineWindowOf,
  monthOf,
  type Problem,
  reaches,
  targets,
} from './problem.ts';
import type { Turn } from './turns.ts';

export type HardBreach =
  | 'UNKNOWN_TURN'
  | 'UNKNOWN_LEADER'
  | 'TWICE'
  | 'AWAY'
  | 'TOO_MANY'
  | 'TWO_TURNS_A_DAY'
  | 'SETTLED';
export type WishKind = 'OPEN_SEAT' | 'GRADE_MISSING' | 'CHIEF_ABSENT' | 'LINE_UNHEARD' | 'REST_TOO_SHORT' | 'DISLIKED';

/** A wish that is not met: of which turn, leader, line or month. */
export interface BrokenWish {
  readonly kind: WishKind;
  readonly turnKey: string | null;
  readonly leaderId: string | null;
  /** A line, or the month or week that is meant. */
  readonly line: string | null;
  readonly window: string | null;
  /** Seats or, for a rest, the turn that follows too soon. */
  readonly seats: number;
  readonly followedBy: string | null;
}

export interface LeaderLoad extends Loads {
  readonly leaderId: string;
  readonly target: number;
}

export interface Evaluation {
  /** Empty for every rota that may be published. */
  readonly breaches: readonly { readonly breach: HardBreach; readonly turnKey: string; readonly leaderId: string }[];
  readonly broken: readonly BrokenWish[];
  readonly loads: readonly LeaderLoad[];
  readonly parts: Readonly<Record<WishKind | 'FAIRNESS', number>>;
  readonly value: number;
  /** Of the published turns that were to be kept. */
  readonly keptCount: number;
}

/**
 * Counts every rule and wish anew from who holds what, without the model that made it: what the solver says of itself
 * is not believed. The value is what the model minimises, the reward for kept turns left out.
 */
export function evaluateRota(problem: Problem, holdings: readonly Holding[]): Evaluation {
  const held = new Held(problem, holdings);
  const broken = [
    ...openSeats(held),
    ...absentChief(held),
    ...unheardLines(held),
    ...shortRests(held),
    ...disliked(held),
  ];
  const { weights } = problem.wishes;
  const count = (kind: WishKind) =>
    broken.filter((wish) => wish.kind === kind).reduce((sum, { seats }) => sum + seats, 0);
  const parts = {
    OPEN_SEAT: weights.openSeat * count('OPEN_SEAT'),
    GRADE_MISSING: weights.gradeMissing * count('GRADE_MISSING'),
    CHIEF_ABSENT: weights.chiefAbsent * count('CHIEF_ABSENT'),
    LINE_UNHEARD: weights.lineUnheard * count('LINE_UNHEARD'),
    REST_TOO_SHORT: weights.restTooShort * count('REST_TOO_SHORT'),
    DISLIKED: weights.disliked * count('DISLIKED'),
    FAIRNESS: unfairness(held),
  };
  return {
    breaches: hardBreaches(held),
    broken,
    loads: loadsOf(held),
    parts,
    value: Object.values(parts).reduce((sum, part) => sum + part, 0),
    keptCount: problem.kept.filter(({ turnKey, leaderId }) => held.has(turnKey, leaderId)).length,
  };
}

/** Who holds what, from both sides. */
class Held {
  readonly turns: ReadonlyMap<string, Turn>;
  readonly leaders: ReadonlyMap<string, Leader>;
  private readonly pairs: ReadonlySet<string>;

  constructor(
    readonly problem: Problem,
    readonly holdings: readonly Holding[],
  ) {
    this.turns = new Map(problem.turns.map((turn) => [turn.key, turn]));
    this.leaders = new Map(problem.leaders.map((leader) => [leader.id, leader]));
    this.pairs = new Set(holdings.map(({ turnKey, leaderId }) => `${turnKey} ${leaderId}`));
  }

  has(turnKey: string, leaderId: string): boolean {
    return this.pairs.has(`${turnKey} ${leaderId}`);
  }

  holdersOf({ key }: Turn): Leader[] {
    return this.problem.leaders.filter(({ id }) => this.has(key, id));
  }

  turnsOf({ id }: Leader): Turn[] {
    return this.problem.turns.filter(({ key }) => this.has(key, id));
  }
}

function hardBreaches(held: Held): Evaluation['breaches'] {
  const { problem, holdings } = held;
  const settled = ({ date }: Turn) => problem.settledBefore !== null && date < problem.settledBefore;
  const kept = new Set(problem.kept.map(({ turnKey, leaderId }) => `${turnKey} ${leaderId}`));
  const seen = new Set<string>();
  return holdings.flatMap(({ turnKey, leaderId }) => {
    const [turn, leader] = [held.turns.get(turnKey), held.leaders.get(leaderId)];
    const tell = (breach: HardBreach) => [{ breach, turnKey, leaderId }];
    if (!turn) return tell('UNKNOWN_TURN');
    if (!leader) return tell('UNKNOWN_LEADER');
    const pair = `${turnKey} ${leaderId}`;
    if (seen.has(pair)) return tell('TWICE');
    seen.add(pair);
    if (settled(turn)) return kept.has(pair) ? [] : tell('SETTLED');
    if (isAway(leader, turn)) return tell('AWAY');
    if (held.holdersOf(turn).length > turn.need) return tell('TOO_MANY');
    return held.turnsOf(leader).filter(({ date }) => date === turn.date).length > 1 ? tell('TWO_TURNS_A_DAY') : [];
  });
}

const NOTHING = { turnKey: null, leaderId: null, line: null, window: null, seats: 1, followedBy: null };

function openSeats(held: Held): BrokenWish[] {
  return held.problem.turns.flatMap((turn) => {
    const holders = held.holdersOf(turn);
    const seats = Math.max(0, turn.need - holders.length);
    const { key: turnKey, minimumGrade } = turn;
    const lacksRank = minimumGrade !== null && !holders.some(({ grade }) => reaches(grade, minimumGrade));
    return [
      ...(seats > 0 ? [{ ...NOTHING, kind: 'OPEN_SEAT' as const, turnKey, seats }] : []),
      ...(lacksRank ? [{ ...NOTHING, kind: 'GRADE_MISSING' as const, turnKey }] : []),
    ];
  });
}

function absentChief(held: Held): BrokenWish[] {
  const { leaders, turns, wishes } = held.problem;
  const chief = leaders.find(({ grade }) => grade === 'CHIEF_PROCURATOR');
  if (!chief || !wishes.chiefEveryMonth) return [];
  const months = [...new Set(turns.map(({ date }) => monthOf(date)))];
  const present = new Set(held.turnsOf(chief).map(({ date }) => monthOf(date)));
  return months
    .filter((month) => !present.has(month))
    .map((window) => ({ ...NOTHING, kind: 'CHIEF_ABSENT' as const, leaderId: chief.id, window }));
}

function unheardLines(held: Held): BrokenWish[] {
  const { leaders, turns, wishes } = held.problem;
  const windows = Map.groupBy(turns, (turn) => lineWindowOf(turn, wishes.lineWindow));
  return [...windows].flatMap(([window, inWindow]) => {
    if (window === null) return [];
    const heard = new Set(inWindow.flatMap((turn) => held.holdersOf(turn).flatMap(({ lines }) => lines)));
    return linesOf(leaders)
      .filter((line) => !heard.has(line))
      .map((line) => ({ ...NOTHING, kind: 'LINE_UNHEARD' as const, line, window }));
  });
}

/** Written for itself, not by the model's own pairs. */
function shortRests(held: Held): BrokenWish[] {
  const { problem } = held;
  const numberOf = new Map(problem.turns.map(({ key }, t) => [key, problem.dayNumbers[t] as number]));
  return problem.leaders.flatMap((leader) => {
    const ordinary = held.turnsOf(leader).filter(({ keyPeriodId }) => keyPeriodId === null);
    return ordinary.flatMap((turn) => {
      const number = numberOf.get(turn.key) as number;
      const next = ordinary.find(({ key }) => {
        const later = (numberOf.get(key) as number) - number;
        return later > 0 && later <= problem.wishes.restDays;
      });
      const wish = { ...NOTHING, kind: 'REST_TOO_SHORT' as const, turnKey: turn.key, leaderId: leader.id };
      return next ? [{ ...wish, followedBy: next.key }] : [];
    });
  });
}

function disliked(held: Held): BrokenWish[] {
  return held.problem.leaders.flatMap((leader) =>
    held
      .turnsOf(leader)
      .filter((turn) => dislikes(leader, turn))
      .map(({ key }) => ({ ...NOTHING, kind: 'DISLIKED' as const, turnKey: key, leaderId: leader.id })),
  );
}

function unfairness(held: Held): number {
  const { leaders, wishes } = held.problem;
  const fair = targets(held.problem);
  const kinds = ['total', 'key', 'makeUp'] as const;
  let sum = 0;
  for (const [l, leader] of leaders.entries()) {
    for (const kind of kinds) {
      const turns = held.turnsOf(leader).filter((turn) => countsAs(kind, turn)).length;
      for (let j = 1; j <= turns; j += 1) {
        sum += fairnessCost(kind, leader.before[kind] + j, fair[kind][l] as number, wishes);
      }
    }
  }
  return sum;
}

function loadsOf(held: Held): LeaderLoad[] {
  const fair = targets(held.problem).total;
  return held.problem.leaders.map((leader, l) => {
    const turns = held.turnsOf(leader);
    const load = (kind: keyof Loads) => leader.before[kind] + turns.filter((turn) => countsAs(kind, turn)).length;
    const target = Math.round((fair[l] as number) * 10) / 10;
    return { leaderId: leader.id, total: load('total'), key: load('key'), makeUp: load('makeUp'), target };
  });
}
