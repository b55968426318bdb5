import { newId } from '@everyletter/kit/id';
import { decodeCursor, pageSize } from '@everyletter/kit/paging';
import type { LocalDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReminderKind } from './rules/ladder.ts';

/** A reminder as its reader finds it. */
export interface ReadReminder {
  readonly id: string;
  readonly petitionId: string;
  readonly clock: string;
  readonly kind: ReminderKind;
  readonly dueOn: LocalDate;
  readonly raisedAt: Date;
  readonly read: boolean;
  /** Whether that clock still runs towards that day. */
  readonly open: boolean;
}

/** An answer that is late, and the petition that came again about it. */
export interface LateAnswer {
  readonly petitionId: string;
  readonly matterId: string;
  readonly dueOn: LocalDate;
}

/** When the last scan succeeded; null before the first. */
export interface RoundMark {
  readonly succeededAt: Date | null;
  readonly checkedOn: LocalDate | null;
  readonly checked: number;
  readonly differing: readonly unknown[];
}

const MINE = `(r.to_staff_id = ?::uuid or (r.to_role = any(?::text[])
  and (r.to_department_id is null or r.to_department_id = any(?::uuid[]))))`;
const RUNS = `exists (select 1 from petitions.open_clock o where o.institution_id = r.institution_id
  and o.subject_id = r.subject_id and o.clock = r.clock and o.due_on = r.due_on)`;
const UNREAD = `not exists (select 1 from petitions.reminder_read d where d.institution_id = r.institution_id
  and d.staff_id = ?::uuid and d.reminder_id = r.id)`;

/** Reminders addressed to the viewer, by name or by the role they hold today; made per request. */
export class Reminders {
  constructor(
    private readonly em: EntityManager,
    private readonly viewer: Viewer,
  ) {}

  /** Newest first; those of clocks that run still, unless all are asked for. @throws Invalid as paging does */
  async page({
    all,
    first,
    after,
  }: {
    readonly all: boolean;
    readonly first: number;
    readonly after: string | null;
  }): Promise<ReadReminder[]> {
    const [at, id] = after ? decodeCursor(after, 2) : [null, null];
    const rows = await this.em.execute<(Omit<ReadReminder, 'raisedAt'> & { readonly raisedAt: number })[]>(
      `select r.id, r.petition_id as "petitionId", r.clock, r.kind, r.due_on::text as "dueOn", extract(epoch from r.raised_at)::float8 * 1000 as "raisedAt",
         not ${UNREAD} as read, ${RUNS} as open
       from petitions.reminder r
       where ${MINE} and (?::boolean or ${RUNS}) and (?::timestamptz is null or (r.raised_at, r.id) < (?::timestamptz, ?::uuid))
       order by r.raised_at desc, r.id desc limit ?`,
      [this.viewer.staffId, ...this.address(), all, at, at, id, pageSize(first) + 1],
    );
    return rows.map((row) => ({ ...row, raisedAt: new Date(row.raisedAt) }));
  }

  /** Of clocks that run still: what was answered meanwhile need not be read. */
  async unread(): Promise<number> {
    const [row] = await this.em.execute<{ n: number }[]>(
      `select count(*)::int as n from petitions.reminder r where ${MINE} and ${UNREAD} and ${RUNS}`,
      [...this.address(), this.viewer.staffId],
    );
    return row?.n ?? 0;
  }

  /** Notes that the viewer has read them; others’ are left alone. Answers how many. `ids`: null for all. */
  async noteRead(ids: readonly string[] | null, now: Date): Promise<number> {
    const noted = await this.em.execute<unknown[]>(
      `insert into petitions.reminder_read (institution_id, staff_id, reminder_id, read_at)
       select r.institution_id, ?::uuid, r.id, ? from petitions.reminder r
       where ${MINE} and (?::uuid[] is null or r.id = any(?::uuid[]))
       on conflict do nothing returning reminder_id`,
      [this.viewer.staffId, now, ...this.address(), ...twice(ids && `{${ids.join(',')}}`)],
    );
    return noted.length;
  }

  /**
   * Tells the leaders that somebody wrote again while their answer is late, once for each day it was due.
   */
  async raiseRepeat(late: LateAnswer, now: Date): Promise<void> {
    await this.em.execute(
      `insert into petitions.reminder (id, institution_id, petition_id, subject_id, clock, kind, due_on, raised_at, to_role)
       values (?, ?, ?, ?, 'SUBSTANTIVE', 'REPEAT_OF_LATE', ?, ?, 'LEADER') on conflict do nothing`,
      [newId(now), this.viewer.institutionId, late.petitionId, late.matterId, late.dueOn, now],
    );
  }

  async roundMark(): Promise<RoundMark> {
    const [row] = await this.em.execute<(Omit<RoundMark, 'succeededAt'> & { readonly succeededAt: number })[]>(
      `select extract(epoch from succeeded_at)::float8 * 1000 as "succeededAt", checked_on::text as "checkedOn", checked, differing
       from petitions.round_mark`,
    );
    return row
      ? { ...row, succeededAt: new Date(row.succeededAt) }
      : { succeededAt: null, checkedOn: null, checked: 0, differing: [] };
  }

  private address(): (string | null)[] {
    const { staffId, roles, departmentIds } = this.viewer;
    return [staffId, `{${roles.join(',')}}`, `{${departmentIds.join(',')}}`];
  }
}

function twice<T>(value: T): [T, T] {
  return [value, value];
}
