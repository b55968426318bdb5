import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import { defineEntity, p } from '@mikro-orm/core';
import { evaluateRota } from '../rota/rules/evaluate-rota.ts';
import type { Holding, Problem } from '../rota/rules/problem.ts';
import type { SolvedRota } from '../rota/solver/solve-rota.ts';
import { applyMoves, type RotaMove } from './rules/moves.ts';
import type { PlanState } from './rules/plan-state.ts';

/** A rota that is drafted: what it was made from, who holds what, and what is known of how good it is. */
const RotaPlanSchema = defineEntity({
  name: 'RotaPlan',
  tableName: 'rota_plan',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    fromOn: p.date(),
    toOn: p.date(),
    state: p.text(),
    seed: p.integer(),
    baseRevision: p.integer(),
    problem: p.json<Problem>().columnType('jsonb'),
    inputHash: p.text(),
    holdings: p.json<readonly Holding[]>().columnType('jsonb'),
    value: p.integer().nullable(),
    bound: p.decimal('number').columnType('numeric').nullable(),
    isOptimal: p.boolean(),
    isEdited: p.boolean(),
    cancelRequested: p.boolean(),
    cpuSeconds: p.decimal('number').columnType('numeric').nullable(),
    failureCode: p.text().nullable(),
    createdAt: p.datetime().columnType('timestamptz'),
    createdById: p.uuid(),
    publishedAt: p.datetime().columnType('timestamptz').nullable(),
    version: p.integer().version(),
  },
});
export class RotaPlan extends RotaPlanSchema.class {
  isUnfinished(): boolean {
    return this.state === 'WAITING' || this.state === 'SOLVING';
  }

  /** Null: the solver found none before it was ended. */
  finish(solved: SolvedRota | null): void {
    if (!solved) {
      this.state = 'FAILED' satisfies PlanState;
      this.failureCode = 'ROTA_NOT_FOUND_IN_TIME';
      return;
    }
    const { holdings, evaluation, isOptimal, bound, cpuSeconds } = solved;
    this.state = 'READY' satisfies PlanState;
    Object.assign(this, { holdings, value: evaluation.value, bound, isOptimal, cpuSeconds });
  }

  fail(code: string): void {
    this.state = 'FAILED' satisfies PlanState;
    this.failureCode = code;
  }

  /** @throws RuleBroken `ROTA_NOT_READY`, `ROTA_BREAKS_RULE`; Invalid `MOVE_INVALID` */
  edit(moves: readonly RotaMove[]): void {
    this.assertReady();
    const holdings = applyMoves(this.holdings, moves, this.problem);
    const { breaches, value } = evaluateRota(this.problem, holdings);
    const [first] = breaches;
    if (first) throw new RuleBroken('ROTA_BREAKS_RULE', { field: 'moves', breach: first.breach });
    Object.assign(this, { holdings, value, isEdited: true, isOptimal: value <= (this.bound ?? 0) });
  }

  /** @throws RuleBroken `ROTA_NOT_READY`, `ROTA_PROVISIONAL`; Conflict `ROTA_OUTDATED` */
  publish({ revision, acceptProvisional, at }: { revision: number; acceptProvisional: boolean; at: Date }): void {
    this.assertReady();
    if (this.baseRevision !== revision) throw new Conflict('ROTA_OUTDATED', { field: 'id' });
    const isProvisional = this.problem.turns.some(({ provisional }) => provisional);
    if (isProvisional && !acceptProvisional) throw new RuleBroken('ROTA_PROVISIONAL', { field: 'acceptProvisional' });
    this.state = 'PUBLISHED' satisfies PlanState;
    this.publishedAt = at;
  }

  /** @throws RuleBroken `ROTA_PUBLISHED` */
  discard(): void {
    if (this.state === 'PUBLISHED') throw new RuleBroken('ROTA_PUBLISHED', { field: 'id' });
    this.state = 'DISCARDED' satisfies PlanState;
    this.cancelRequested = true;
  }

  private assertReady(): void {
    if (this.state !== 'READY') throw new RuleBroken('ROTA_NOT_READY', { field: 'id', state: this.state });
  }
}
RotaPlanSchema.setClass(RotaPlan);
