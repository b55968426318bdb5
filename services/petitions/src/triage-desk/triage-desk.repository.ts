import { addDays, type LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ListedPetition } from '../petition/listed-petition.ts';
import { Channel, Track } from '../petition/rules/kinds.ts';
import type { Worklist } from '../worklist/worklist.repository.ts';

/** Rows of a lane; more than these nobody clears before looking again. */
const LANE_ROWS = 50;
const LEFT_ROWS = 100;

/** What one channel brought on a day. */
export interface DayLine {
  readonly channel: Channel;
  readonly received: number;
  readonly disposed: number;
  readonly left: number;
}

/** What waits at the triage desk, as far as the viewer sees; made per request. */
export class TriageDesk {
  private readonly database: Kysely<unknown>;

  constructor(
    em: EntityManager,
    private readonly institutionId: string,
    private readonly worklist: Worklist,
  ) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
  }

  /** Rides `petition_undisposed`. */
  async lane(track: Track): Promise<ListedPetition[]> {
    const conditions = [onLane(track)];
    const rows = await this.worklist.page({ conditions, order: 'RECEIVED_OLDEST', first: LANE_ROWS, after: null });
    return rows.slice(0, LANE_ROWS);
  }

  /** All lanes in one statement: how many wait, and how many past their target. */
  async laneCounts(today: LocalDate): Promise<Readonly<Record<string, number>>> {
    const each = Object.values(Track).flatMap((track) => [
      [track, onLane(track)] as const,
      [`${track}_LATE`, sql`${onLane(track)} and p.triage_target_on < ${today}`] as const,
    ]);
    return this.worklist.counts([], Object.fromEntries(each));
  }

  /** Rides `petition_registered`. */
  async day(day: LocalDate): Promise<DayLine[]> {
    const { rows } = await sql<DayLine>`
      select p.channel, count(*)::int as received, count(*) filter (where p.state = 'DISPOSED')::int as disposed,
        count(*) filter (where p.state <> 'DISPOSED')::int as left
      from petitions.petition p where ${this.registeredOn(day)} group by p.channel`.execute(this.database);
    const order = Object.values(Channel);
    return rows.sort((one, other) => order.indexOf(one.channel) - order.indexOf(other.channel));
  }

  /** Rides `petition_disposed_on` and `petition_undisposed`. */
  async around(day: LocalDate): Promise<{ readonly disposedThatDay: number; readonly leftFromBefore: number }> {
    const { rows } = await sql<{ disposedThatDay: number; leftFromBefore: number }>`
      select (select count(*)::int from petitions.petition where institution_id = ${this.institutionId}
          and disposed_on = ${day}) as "disposedThatDay",
        (select count(*)::int from petitions.petition where institution_id = ${this.institutionId}
          and state <> 'DISPOSED' and registered_at < ${startOf(day)}) as "leftFromBefore"`.execute(this.database);
    return rows[0] ?? { disposedThatDay: 0, leftFromBefore: 0 };
  }

  async left(day: LocalDate): Promise<ListedPetition[]> {
    const conditions = [sql`p.state <> 'DISPOSED' and p.registered_at < ${startOf(addDays(day, 1))}`];
    const rows = await this.worklist.page({ conditions, order: 'RECEIVED_OLDEST', first: LEFT_ROWS, after: null });
    return rows.slice(0, LEFT_ROWS);
  }

  private registeredOn(day: LocalDate): RawBuilder<unknown> {
    return sql`p.institution_id = ${this.institutionId} and p.registered_at >= ${startOf(day)}
      and p.registered_at < ${startOf(addDays(day, 1))}`;
  }
}

/** A result that is approved waits on its own lane until it is told. */
function onLane(track: Track): RawBuilder<unknown> {
  const waiting = sql`(p.state <> 'DISPOSED' and p.track = ${track})`;
  return track === Track.RESULT_READY ? sql`(${waiting} or m.state = 'RESULT_READY')` : waiting;
}

/** Midnight in Shanghai. */
function startOf(day: LocalDate): RawBuilder<unknown> {
  return sql`${`${day}T00:00:00+08:00`}::timestamptz`;
}
