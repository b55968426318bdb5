import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { Period } from '../coverage/rules/coverage.ts';
import type { DraftSeat } from '../planning/rules/draft.ts';
import { CoveragePlan } from './coverage-plan.entity.ts';

/** The only door to plans and their seats; made per request. Row-level security shows those of the office. */
export class CoveragePlans {
  private readonly plans = loadById(this.em, CoveragePlan);
  private readonly database = this.em.getKysely() as unknown as Kysely<unknown>;

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<CoveragePlan | null> {
    return this.plans.load(id);
  }

  /** @throws NotFound `PLAN_NOT_FOUND` */
  async get(id: string): Promise<CoveragePlan> {
    const plan = await this.find(id);
    if (!plan) throw new NotFound('PLAN_NOT_FOUND', { field: 'id' });
    return plan;
  }

  /** The newest first. Rides `coverage_plan_created`. */
  latest(institutionId: string, first: number): Promise<CoveragePlan[]> {
    const kept = { institutionId, state: { $ne: 'DISCARDED' as const } };
    return this.em.find(CoveragePlan, kept, { orderBy: { createdAt: -1, id: -1 }, limit: first });
  }

  /** For a change, until the transaction ends. @throws NotFound `PLAN_NOT_FOUND` */
  async change(id: string): Promise<CoveragePlan> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const plan = isId(id) ? await this.em.findOne(CoveragePlan, { id }, { lockMode, refresh: true }) : null;
    if (!plan) throw new NotFound('PLAN_NOT_FOUND', { field: 'id' });
    return plan;
  }

  async seatsOf({ id }: CoveragePlan): Promise<DraftSeat[]> {
    const { rows } = await sql<DraftSeat>`
      select station_id as "stationId", date::text as date, half_day as "halfDay", line, seat, lawyer_id as "lawyerId",
        locked from stations.plan_seat where plan_id = ${id}`.execute(this.database);
    return rows;
  }

  /** Every seat of the plan anew. */
  async keepSeats({ id, institutionId }: CoveragePlan, seats: readonly DraftSeat[]): Promise<void> {
    await sql`delete from stations.plan_seat where plan_id = ${id}`.execute(this.database);
    const column = <K extends keyof DraftSeat>(name: K) => seats.map((seat) => seat[name]);
    await sql`
      insert into stations.plan_seat
        (plan_id, institution_id, station_id, date, half_day, line, seat, lawyer_id, locked)
      select ${id}, ${institutionId}, * from unnest(${column('stationId')}::uuid[], ${column('date')}::date[],
        ${column('halfDay')}::text[], ${column('line')}::int[], ${column('seat')}::int[],
        ${column('lawyerId')}::uuid[], ${column('locked')}::boolean[])`.execute(this.database);
  }

  /** A word for who holds which seat in the period: it changes with each of them. */
  async revisionOf(institutionId: string, { from, to }: Period): Promise<string> {
    const { rows } = await sql<{ revision: string }>`
      select md5(coalesce(string_agg(id::text || lawyer_id::text || locked::text, '' order by id), '')) as revision
      from stations.assignment where institution_id = ${institutionId} and date between ${from} and ${to}
        and status in ('PUBLISHED', 'CONFIRMED')`.execute(this.database);
    return rows[0]?.revision ?? '';
  }
}
