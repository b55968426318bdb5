import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { type Kysely, sql } from 'kysely';
import { lockAllDuties } from '../assignment/lock-duties.ts';
import { auditChange } from '../audit-change.ts';
import { refusing } from '../constraint-refusals.ts';
import type { Context } from '../context.ts';
import { type DraftSeat, draftSeats } from '../planning/rules/draft.ts';
import type { CoveragePlan } from './coverage-plan.entity.ts';
import { draftOf } from './draft-problem.ts';
import { keepAssumptions } from './keep-assumptions.ts';
import { changesOf, type PlanChange } from './rules/plan-changes.ts';

export interface Published {
  readonly plan: CoveragePlan;
  /** Seats whose lawyer is another than before. */
  readonly changed: number;
  /** Lawyers who gain or lose a half-day: nobody else is told. */
  readonly notified: number;
}

/**
 * Makes a draft the plan: only what differs is written, in one transaction, under the institution’s lock. What the
 * draft supposed becomes so.
 * @throws NotFound `PLAN_NOT_FOUND`; Conflict `PLAN_CHANGED`, `PLAN_STALE` when somebody was published since; RuleBroken
 * `PLAN_NOT_READY`, `PLAN_BREAKS_RULES`, `PLAN_IN_THE_PAST`; and whatever a constraint refuses
 */
export async function publishPlan(id: string, version: number, context: Context): Promise<Published> {
  const { coveragePlans, em, viewer, now, today } = context;
  const plan = await coveragePlans.change(id);
  plan.checkReady(version);
  if (plan.period().from < today) throw new RuleBroken('PLAN_IN_THE_PAST', { field: 'id', today });
  await lockAllDuties(em, viewer.institutionId);
  const revision = await coveragePlans.revisionOf(plan.institutionId, plan.period());
  if (revision !== plan.baseRevision) throw new Conflict('PLAN_STALE');
  const seats = await seatsToPublish(plan, context);
  const held = await context.planningInputs.held(plan.institutionId, plan.period());
  const changes = changesOf(held, seats);
  await keepAssumptions(plan, context);
  await refusing(() => write(plan, changes, context));
  const notified = await notify(plan, changes, context);
  plan.publish(now);
  const facts = { ...plan.period(), changed: changes.length, notified, openSeats: plan.openSeats };
  await auditChange(context, { action: 'PUBLISH_PLAN', subjectType: 'CoveragePlan', subjectId: plan.id, facts });
  await em.flush();
  await context.announce('hallChanged');
  await context.announce('coveragePlanChanged', plan.id);
  return { plan, changed: changes.length, notified };
}

/** @throws RuleBroken `PLAN_BREAKS_RULES` when somebody may no longer have the seat the draft gives them */
async function seatsToPublish(plan: CoveragePlan, context: Context): Promise<DraftSeat[]> {
  const drafted = (await context.coveragePlans.seatsOf(plan)).filter(({ lawyerId }) => lawyerId !== null);
  const draft = await draftOf(plan, context);
  const seats = draftSeats(draft);
  const possible = seats.filter(({ lawyerId }) => lawyerId !== null).length;
  if (possible < drafted.length) {
    throw new RuleBroken('PLAN_BREAKS_RULES', { field: 'id', seats: drafted.length - possible });
  }
  return seats;
}

/** Constraints look at the end of it, so that two may change places. */
async function write(plan: CoveragePlan, changes: readonly PlanChange[], { em, now }: Context): Promise<void> {
  const database = em.getKysely() as unknown as Kysely<unknown>;
  await em.flush();
  await sql`set constraints all deferred`.execute(database);
  const left = changes.flatMap(({ assignmentId }) => assignmentId ?? []);
  await sql`update stations.assignment set status = 'CANCELLED', version = version + 1
    where institution_id = ${plan.institutionId} and id = any(${left}::uuid[])`.execute(database);
  const taken = changes.flatMap(({ seat, to, locked }) => (to === null ? [] : [{ ...seat, to, locked }]));
  await sql`
    insert into stations.assignment
      (institution_id, plan_id, id, station_id, lawyer_id, date, half_day, line, seat, locked)
    select ${plan.institutionId}, ${plan.id}, * from unnest(${taken.map(() => newId(now))}::uuid[],
      ${taken.map(({ stationId }) => stationId)}::uuid[], ${taken.map(({ to }) => to)}::uuid[],
      ${taken.map(({ date }) => date)}::date[], ${taken.map(({ halfDay }) => halfDay)}::text[],
      ${taken.map(({ line }) => line)}::int[], ${taken.map(({ seat }) => seat)}::int[],
      ${taken.map(({ locked }) => locked)}::boolean[])`.execute(database);
  await sql`set constraints all immediate`.execute(database);
}

/** One notice for each lawyer whose half-days differ, with each of them. */
async function notify(plan: CoveragePlan, changes: readonly PlanChange[], { em, now }: Context): Promise<number> {
  const told = Map.groupBy(
    changes.flatMap(({ seat: { stationId, date, halfDay }, from, to }) => {
      const place = { stationId, date, halfDay };
      const lost = from === null ? [] : [{ lawyerId: from, change: { ...place, gained: false } }];
      return to === null ? lost : [...lost, { lawyerId: to, change: { ...place, gained: true } }];
    }),
    ({ lawyerId }) => lawyerId,
  );
  const notices = [...told].sort().map(([lawyerId, own]) => ({ lawyerId, own: own.map(({ change }) => change) }));
  const count = (gained: boolean) => notices.map(({ own }) => own.filter((one) => one.gained === gained).length);
  await sql`
    insert into stations.duty_notice (institution_id, plan_id, created_at, id, lawyer_id, gained, lost, changes)
    select ${plan.institutionId}, ${plan.id}, ${now}, * from unnest(${notices.map(() => newId(now))}::uuid[],
      ${notices.map(({ lawyerId }) => lawyerId)}::uuid[], ${count(true)}::int[], ${count(false)}::int[],
      ${notices.map(({ own }) => JSON.stringify(own))}::jsonb[])`.execute(em.getKysely() as unknown as Kysely<unknown>);
  return notices.length;
}
