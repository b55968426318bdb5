import {
  countsAs,
  dislikes,
  fairnessCost,
  isAway,
  isTooSoon,
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

/** `lower ≤ Σ values·columns ≤ upper`. */
interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** Whether leader `l` holds turn `t` is column `l · turns + t`; the others pay for wishes that are not met. */
export function rotaModel(problem: Problem): Model {
  const model = new Model(problem);
  model.addHoldings();
  model.addNeeds();
  model.addOneTurnADay();
  model.addChief();
  model.addLines();
  model.addFairness();
  model.addRest();
  return model;
}

/** Who holds what, off the values of the columns. */
export function holdingsOf({ leaders, turns }: Problem, values: ArrayLike<number>) {
  return leaders.flatMap(({ id }, l) =>
    turns.flatMap(({ key }, t) => ((values[l * turns.length + t] ?? 0) > 0.5 ? [{ turnKey: key, leaderId: id }] : [])),
  );
}

class Model {
  readonly costs: number[] = [];
  readonly lowers: number[] = [];
  readonly uppers: number[] = [];
  readonly isInteger: boolean[] = [];
  readonly rows: Row[] = [];

  constructor(private readonly problem: Problem) {}

  addHoldings(): void {
    const { leaders, turns, wishes, settledBefore } = this.problem;
    const kept = new Set(this.problem.kept.map(({ turnKey, leaderId }) => `${leaderId} ${turnKey}`));
    for (const leader of leaders) {
      for (const turn of turns) {
        const isKept = kept.has(`${leader.id} ${turn.key}`);
        const isSettled = settledBefore !== null && turn.date < settledBefore;
        const cost = (dislikes(leader, turn) ? wishes.weights.disliked : 0) - (isKept ? wishes.weights.kept : 0);
        const upper = isSettled ? Number(isKept) : Number(!isAway(leader, turn));
        this.column({ cost, lower: isSettled ? upper : 0, upper, integer: true });
      }
    }
  }

  /** No more leaders than needed; what is missing is paid for, and a missing rank too. */
  addNeeds(): void {
    const { leaders, turns, wishes } = this.problem;
    turns.forEach((turn, t) => {
      const holders = leaders.map((_, l) => this.holding(l, t));
      const open = this.column({ cost: wishes.weights.openSeat, upper: Number.POSITIVE_INFINITY });
      this.row(turn.need, turn.need, [...holders, open]);
      const { minimumGrade } = turn;
      if (minimumGrade === null) return;
      const ranking = holders.filter((_, l) => reaches((leaders[l] as Leader).grade, minimumGrade));
      this.atLeastOne(ranking, wishes.weights.gradeMissing);
    });
  }

  addOneTurnADay(): void {
    const { leaders, turns } = this.problem;
    const byDay = Map.groupBy(turns.keys(), (t) => (turns[t] as Turn).date);
    for (const ofDay of byDay.values()) {
      if (ofDay.length < 2) continue;
      for (const l of leaders.keys())
        this.row(
          0,
          1,
          ofDay.map((t) => this.holding(l, t)),
        );
    }
  }

  addChief(): void {
    const { leaders, turns, wishes } = this.problem;
    const chief = leaders.findIndex(({ grade }) => grade === 'CHIEF_PROCURATOR');
    if (chief < 0 || !wishes.chiefEveryMonth) return;
    for (const ofMonth of Map.groupBy(turns.keys(), (t) => monthOf((turns[t] as Turn).date)).values()) {
      this.atLeastOne(
        ofMonth.map((t) => this.holding(chief, t)),
        wishes.weights.chiefAbsent,
      );
    }
  }

  addLines(): void {
    const { leaders, turns, wishes } = this.problem;
    const windows = Map.groupBy(turns.keys(), (t) => lineWindowOf(turns[t] as Turn, wishes.lineWindow));
    for (const [window, inWindow] of windows) {
      if (window === null) continue;
      for (const line of linesOf(leaders)) {
        const heardBy = [...leaders.keys()].filter((l) => (leaders[l] as Leader).lines.includes(line));
        const columns = heardBy.flatMap((l) => inWindow.map((t) => this.holding(l, t)));
        this.atLeastOne(columns, wishes.weights.lineUnheard);
      }
    }
  }

  /** Σ turns = Σ steps, each step dearer than the one before. */
  addFairness(): void {
    const { leaders, turns, wishes } = this.problem;
    const fair = targets(this.problem);
    for (const [l, { before }] of leaders.entries()) {
      for (const kind of ['total', 'key', 'makeUp'] as const satisfies readonly (keyof Loads)[]) {
        const columns = [...turns.keys()]
          .filter((t) => countsAs(kind, turns[t] as Turn))
          .map((t) => this.holding(l, t));
        const target = fair[kind][l] as number;
        const steps = columns.map((_, at) =>
          this.column({ cost: fairnessCost(kind, before[kind] + at + 1, target, wishes), upper: 1 }),
        );
        if (columns.length > 0)
          this.row(0, 0, [...columns, ...steps], [...columns.map(() => 1), ...steps.map(() => -1)]);
      }
    }
  }

  /** Each turn that another one follows too soon is paid for once. */
  addRest(): void {
    const { leaders, turns, wishes } = this.problem;
    for (const t of turns.keys()) {
      const soon = [...turns.keys()].slice(t + 1).filter((other) => isTooSoon(this.problem, t, other));
      if (soon.length === 0) continue;
      for (const l of leaders.keys()) {
        const broken = this.column({ cost: wishes.weights.restTooShort, upper: 1 });
        for (const other of soon) {
          const columns = [this.holding(l, t), this.holding(l, other), broken];
          this.row(Number.NEGATIVE_INFINITY, 1, columns, [1, 1, -1]);
        }
      }
    }
  }

  private holding(leader: number, turn: number): number {
    return leader * this.problem.turns.length + turn;
  }

  private atLeastOne(columns: readonly number[], cost: number): void {
    const missed = this.column({ cost, upper: 1 });
    this.row(1, Number.POSITIVE_INFINITY, [...columns, missed]);
  }

  private column({ cost, lower = 0, upper, integer = false }: ColumnBounds): number {
    this.costs.push(cost);
    this.lowers.push(lower);
    this.uppers.push(upper);
    this.isInteger.push(integer);
    return this.costs.length - 1;
  }

  private row(lower: number, upper: number, columns: readonly number[], values = columns.map(() => 1)): void {
    this.rows.push({ lower, upper, columns, values });
  }
}

interface ColumnBounds {
  readonly cost: number;
  readonly lower?: number;
  readonly upper: number;
  readonly integer?: boolean;
}
