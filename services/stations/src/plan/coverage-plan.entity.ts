import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { Assumption } from '../planning/rules/planning-input.ts';
import type { FoundPlan, PlanProgress } from '../planning/search-plan.ts';

/** Larger programs outgrow the solver: a district’s two months have some 400 seats. */
const PROOF_MAX_SEATS = 600;

export const PlanState = {
  SOLVING: 'SOLVING',
  PROVING: 'PROVING',
  READY: 'READY',
  PUBLISHED: 'PUBLISHED',
  DISCARDED: 'DISCARDED',
  FAILED: 'FAILED',
} as const;
export type PlanState = (typeof PlanState)[keyof typeof PlanState];

/** COPY: what is published, to change by hand. FILL: with as few changes as can be. ANEW: as good as can be. */
export const PlanMode = { COPY: 'COPY', FILL: 'FILL', ANEW: 'ANEW' } as const;
export type PlanMode = (typeof PlanMode)[keyof typeof PlanMode];

/** What is known of how good a plan is. BOUND: no plan is cheaper than `bound`; OPTIMAL: nor than this one. */
export const PlanProof = { NONE: 'NONE', BOUND: 'BOUND', OPTIMAL: 'OPTIMAL' } as const;
export type PlanProof = (typeof PlanProof)[keyof typeof PlanProof];

/** A lawyer who suddenly cannot come, both days included. */
export interface Absence {
  readonly lawyerId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A draft of who serves where, with everything it was made from: the same input and seed make it again. */
const CoveragePlanSchema = defineEntity({
  name: 'CoveragePlan',
  tableName: 'coverage_plan',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    fromDate: p.date(),
    toDate: p.date(),
    mode: p.text().$type<PlanMode>(),
    state: p.text().$type<PlanState>(),
    baseRevision: p.text(),
    inputHash: p.text(),
    seed: p.integer(),
    moves: p.integer(),
    flows: p.integer(),
    keepBonus: p.integer(),
    done: p.double().$type<number>().default(0),
    seatCount: p.integer(),
    openSeats: p.integer(),
    cost: p.double().$type<number>().nullable(),
    bound: p.double().$type<number>().nullable(),
    proof: p.text().$type<PlanProof>().default('NONE'),
    assumptions: p.json().$type<readonly Assumption[]>().default('[]'),
    absences: p.json().$type<readonly Absence[]>().default('[]'),
    stopWanted: p.boolean().default(false),
    failureCode: p.text().nullable(),
    createdById: p.uuid(),
    createdAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
export class CoveragePlan extends CoveragePlanSchema.class {
  /** Both days included. */
  period() {
    return { from: this.fromDate as LocalDate, to: this.toDate as LocalDate };
  }

  /** Some thread works on it. */
  isSought(): boolean {
    return this.state === 'SOLVING' || this.state === 'PROVING';
  }

  /** Small enough for the whole problem to be solved, and not proved yet. */
  isProvable(): boolean {
    return this.state === 'READY' && this.proof !== 'OPTIMAL' && this.seatCount <= PROOF_MAX_SEATS;
  }

  /** @throws Conflict `PLAN_CHANGED`; RuleBroken `PLAN_NOT_READY`, `PLAN_TOO_LARGE_TO_PROVE` */
  prove(version: number): void {
    this.checkReady(version);
    if (this.seatCount > PROOF_MAX_SEATS) {
      throw new RuleBroken('PLAN_TOO_LARGE_TO_PROVE', { field: 'id', maxSeats: PROOF_MAX_SEATS });
    }
    Object.assign(this, { state: 'PROVING', done: 0, stopWanted: false, failureCode: null });
  }

  /** @throws Conflict `PLAN_CHANGED`; RuleBroken `PLAN_NOT_READY` */
  checkReady(version: number): void {
    if (this.state !== 'READY') throw new RuleBroken('PLAN_NOT_READY', { field: 'id', state: this.state });
    if (this.version !== version) throw new Conflict('PLAN_CHANGED');
  }

  /** A bound once known stays true. */
  note({ openSeats, cost, bound, done }: PlanProgress): void {
    this.done = done;
    this.openSeats = openSeats;
    this.cost = cost;
    if (bound !== null) this.bound = Math.max(bound, this.bound ?? bound);
    this.proof = this.bound == null ? 'NONE' : 'BOUND';
  }

  finish(found: FoundPlan): void {
    this.note({ ...found, done: 1 });
    if (found.isOptimal) this.proof = 'OPTIMAL';
    this.state = 'READY';
  }

  /** Changed by hand: what was proved of it no longer holds, but no plan is cheaper than the bound. */
  noteChange(openSeats: number, cost: number): void {
    this.openSeats = openSeats;
    this.cost = cost;
    if (this.proof === 'OPTIMAL') this.proof = 'BOUND';
  }

  publish(at: Date): void {
    this.state = 'PUBLISHED';
    this.publishedAt = at;
  }

  /** @throws RuleBroken `PLAN_ALREADY_PUBLISHED` */
  discard(): void {
    if (this.state === 'PUBLISHED') throw new RuleBroken('PLAN_ALREADY_PUBLISHED', { field: 'id' });
    this.state = 'DISCARDED';
    this.stopWanted = true;
  }

  /** A draft whose proof broke is the draft it was. */
  fail(code: string): void {
    this.state = this.state === 'PROVING' ? 'READY' : 'FAILED';
    this.failureCode = code;
  }
}
CoveragePlanSchema.setClass(CoveragePlan);
