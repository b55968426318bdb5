import { DutyState } from './duty-state.ts';
import { type Move, ResidualSearch, type Search } from './residual.ts';

/** Rounds of trying: a chain that one hall a day forbids may be possible after another one. */
const ROUNDS = 3;

export type Verdict = 'AVOIDABLE' | 'UNAVOIDABLE' | 'UNDECIDED';

/**
 * What is known of an open seat: a chain that fills it, a proof that none does, or neither, where the only chain found
 * would bring somebody to two halls a day.
 */
export function judge(state: DutyState, search: Search): Verdict {
  if (!search.chain) return 'UNAVOIDABLE';
  return canApply(state, search.chain) ? 'AVOIDABLE' : 'UNDECIDED';
}

/**
 * The last pass of planning: fills what chains of moves can fill. Returns how many seats that were.
 * @param wanted the open seats to fill; all of them when absent
 */
export function fillGaps(
  state: DutyState,
  isFrozen: (seat: number) => boolean = () => false,
  wanted?: readonly number[],
): number {
  const search = new ResidualSearch(state);
  let filled = 0;
  for (let round = 0, before = -1; round < ROUNDS && filled !== before; round++) {
    before = filled;
    for (const seat of wanted ?? state.openSeats()) {
      if ((state.plan[seat] as number) >= 0) continue;
      const { chain } = search.search(seat);
      if (!chain || chain.some(({ from }) => from >= 0 && isFrozen(from)) || !canApply(state, chain)) continue;
      apply(state, chain);
      filled += 1;
    }
  }
  return filled;
}

/** Frees every seat of the chain, then fills them one after another; whether every hard rule held. */
export function canApply(state: DutyState, chain: readonly Move[]): boolean {
  const trial = new Trial(state);
  const works = trial.run(chain);
  trial.undo();
  return works;
}

function apply(state: DutyState, chain: readonly Move[]): void {
  new Trial(state).run(chain);
}

class Trial {
  private readonly former = new Map<number, number>();

  constructor(private readonly state: DutyState) {}

  run(chain: readonly Move[]): boolean {
    for (const { to } of chain) this.free(to);
    return chain.every(({ lawyer, to }) => {
      const edge = this.state.edge(to, lawyer);
      if (edge < 0 || !this.state.can(to, lawyer)) return false;
      this.state.assign(to, edge);
      return true;
    });
  }

  undo(): void {
    for (const seat of this.former.keys()) if ((this.state.plan[seat] as number) >= 0) this.state.unassign(seat);
    for (const [seat, edge] of this.former) if (edge >= 0) this.state.assign(seat, edge);
  }

  private free(seat: number): void {
    const edge = this.state.plan[seat] as number;
    if (!this.former.has(seat)) this.former.set(seat, edge);
    if (edge >= 0) this.state.unassign(seat);
  }
}
