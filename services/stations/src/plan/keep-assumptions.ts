import { newId } from '@everyletter/kit/id';
import { type Kysely, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Assumption } from '../planning/rules/planning-input.ts';
import { RequirementException } from '../requirement/requirement-exception.entity.ts';
import type { CoveragePlan } from './coverage-plan.entity.ts';

/** The reason of an exception that a published plan brought. */
const REASON = '发布排班方案时确认减少';

/**
 * What the plan supposed becomes so with its publication: caps are raised, half-days and stations opened to a lawyer,
 * a line asks for less or takes one specialty more. Each is in the audit with the publication.
 */
export async function keepAssumptions(plan: CoveragePlan, context: Context): Promise<void> {
  for (const assumption of plan.assumptions) await keep(assumption, plan, context);
  for (const { lawyerId, from, to } of plan.absences) {
    await sql`insert into stations.dated_availability (id, institution_id, lawyer_id, starts_on, ends_on, level)
      values (${newId(context.now)}, ${plan.institutionId}, ${lawyerId}, ${from}, ${to}, 'UNAVAILABLE')`.execute(
      context.em.getKysely() as unknown as Kysely<unknown>,
    );
  }
}

async function keep(assumption: Assumption, plan: CoveragePlan, context: Context): Promise<void> {
  const database = context.em.getKysely() as unknown as Kysely<unknown>;
  const { institutionId } = plan;
  switch (assumption.kind) {
    case 'RAISE_WEEKLY_CAP':
      await sql`update stations.lawyer set weekly_cap = weekly_cap + 1, version = version + 1
        where institution_id = ${institutionId} and id = ${assumption.lawyerId}`.execute(database);
      return;
    case 'RAISE_MONTHLY_CAP':
      await sql`update stations.lawyer set monthly_cap = monthly_cap + 1, version = version + 1
        where institution_id = ${institutionId} and id = ${assumption.lawyerId}`.execute(database);
      return;
    case 'BORROW':
      await sql`update stations.lawyer set station_ids = station_ids || ${assumption.seat.stationId}::uuid,
        version = version + 1 where institution_id = ${institutionId} and id = ${assumption.lawyerId}`.execute(
        database,
      );
      return;
    case 'ASK_UNAVAILABLE':
      await sql`delete from stations.dated_availability where institution_id = ${institutionId}
        and lawyer_id = ${assumption.lawyerId} and starts_on = ${assumption.seat.date}
        and ends_on = ${assumption.seat.date} and coalesce(half_day, ${assumption.seat.halfDay}) = ${assumption.seat.halfDay}
        `.execute(database);
      await sql`insert into stations.dated_availability
          (id, institution_id, lawyer_id, starts_on, ends_on, half_day, level)
        values (${newId(context.now)}, ${institutionId}, ${assumption.lawyerId}, ${assumption.seat.date},
          ${assumption.seat.date}, ${assumption.seat.halfDay}, 'RELUCTANT')`.execute(database);
      return;
    case 'WIDEN_SPECIALTIES':
      await sql`update stations.coverage_requirement set specialties = specialties || ${assumption.specialty}::text,
          version = version + 1
        where institution_id = ${institutionId} and station_id = ${assumption.seat.stationId}
          and line = ${assumption.seat.line} and effective_from <= ${plan.toDate}
          and coalesce(effective_to, ${plan.fromDate}) >= ${plan.fromDate}`.execute(database);
      return;
    case 'LOWER_NEED':
      return lowerNeed(assumption, plan, context);
  }
}

async function lowerNeed(
  { seat }: Extract<Assumption, { kind: 'LOWER_NEED' }>,
  { institutionId, createdById }: CoveragePlan,
  { em, now }: Context,
): Promise<void> {
  const { stationId, date, halfDay, line } = seat;
  const exception = em.create(RequirementException, {
    id: newId(now),
    institutionId,
    stationId,
    kind: 'LOWER',
    halfDay,
    line,
    lawyers: seat.seat - 1,
    fromDate: date,
    toDate: date,
    reason: REASON,
    createdById,
    createdAt: now,
  });
  em.persist(exception);
  await em.flush();
}
