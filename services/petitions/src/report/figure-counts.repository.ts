import { FigureScope } from '@everyletter/kit/figures';
import type { Period } from '@everyletter/kit/period';
import type { LocalDate } from '@everyletter/kit/time';
import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { eventDecided, eventInTime, figureCondition, inTime, reachable, receivedBetween } from './figure-condition.ts';
import { DEPARTMENTAL, LISTED } from './report.repository.ts';
import type { AgeingRange } from './rules/ageing.ts';
import { EVENT_SETS, type EventFigureCode } from './rules/event-figures.ts';
import {
  EVENT_CODES,
  type FigureCode,
  RECEIVED_CODES,
  type ReceivedFigureCode,
  STOCK_CODES,
  type StockFigureCode,
} from './rules/figures.ts';
import type { PetitionGrouping } from './rules/grouping.ts';

/** Of which institutions: `institutionId` alone, with all below it, or it and each one right below with all below that. */
export interface CountScope {
  readonly institutionId: string;
  readonly scope: FigureScope;
}

export interface CountGroups {
  readonly by: PetitionGrouping | null;
  /** Of the ages, where it is by age. */
  readonly ranges: readonly AgeingRange[];
  readonly codes: readonly FigureCode[];
  /** Each group month by month: `2026-10/LETTER`; of what was received and what happened. */
  readonly monthly?: boolean;
}

/** One figure of one institution and one group: petitions, and of them those in time, reachable, and both. */
export interface FigureCount {
  readonly institutionId: string;
  readonly group: string | null;
  readonly code: FigureCode;
  readonly count: number;
  readonly good: number;
  readonly amount: number;
  readonly reachable: number;
  readonly reachableGood: number;
}

type Sql = RawBuilder<unknown>;
type Wide = { readonly institutionId: string; readonly group: string | null } & Readonly<Record<string, unknown>>;

const CLOCKS = { SAME_DAY_RATE: 'SAME_DAY', PROCEDURAL_RATE: 'PROCEDURAL', SUBSTANTIVE_RATE: 'SUBSTANTIVE' } as const;
/** What a superior or a reporter counts without reading it, called as the tables are. */
const COUNTED = sql`petitions.report_fact p
  cross join lateral (select p.substantive_due_on, p.substantive_stopped_on) m`;
const OWNER = sql`coalesce(p.handling_department_id, p.receiving_department_id)`;

/**
 * Every figure of petitions, set-wise: one statement for what was received, one for what happened, one for what is open.
 * What stands behind `figures` may change; what it answers may not.
 */
export class FigureCounts {
  private readonly database: Kysely<unknown>;

  constructor(
    em: EntityManager,
    private readonly viewer: Viewer,
    private readonly today: LocalDate,
  ) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
  }

  async figures(of: CountScope, period: Period, groups: CountGroups): Promise<FigureCount[]> {
    const found: FigureCount[][] = [];
    for (const { facts, events, unit } of this.sources(of)) {
      found.push(
        await this.received(sql`${facts} join (${unit}) u on u.institution_id = p.institution_id`, period, groups),
      );
      found.push(
        await this.happened(sql`${events} p join (${unit}) u on u.institution_id = p.institution_id`, period, groups),
      );
      found.push(await this.open(sql`${facts} join (${unit}) u on u.institution_id = p.institution_id`, groups));
    }
    return addUp(found.flat());
  }

  /** The institutions the scope has a row for, also those that have nothing to count. */
  async institutions(of: CountScope): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select distinct unit as id from (${unitsOf(of)}) u order by 1`.execute(this.database);
    return rows.map(({ id }) => id);
  }

  /** A department counts at home what its lists show; all else is counted without being read. */
  private sources(of: CountScope) {
    const units = unitsOf(of);
    const own = this.viewer.institutionId;
    const counted = { facts: COUNTED, events: sql`petitions.report_event` };
    if (!hasRole(this.viewer, ...DEPARTMENTAL) || hasRole(this.viewer, 'LEADER')) return [{ ...counted, unit: units }];
    const listed = { facts: LISTED, events: sql`petitions.listed_event` };
    const home = { ...listed, unit: sql`select * from (${units}) w where institution_id = ${own}` };
    if (of.scope === FigureScope.OWN && of.institutionId === own) return [home];
    return [home, { ...counted, unit: sql`select * from (${units}) w where institution_id <> ${own}` }];
  }

  private async received(source: Sql, period: Period, groups: CountGroups): Promise<FigureCount[]> {
    const { codes } = groups;
    const asked = RECEIVED_CODES.filter((code) => codes.includes(code));
    if (asked.length === 0) return [];
    const columns = asked.flatMap((code) => this.columnsOf(code));
    const { rows } = await sql<Wide>`
      select u.unit as "institutionId", ${groupOf(groups, sql`p.received_on`)} as "group", ${sql.join(columns)}
      from ${source} where ${receivedBetween(period.from, period.to)}
      group by 1, 2`.execute(this.database);
    return rows.flatMap((row) => asked.map((code) => countIn(row, code)));
  }

  private columnsOf(code: ReceivedFigureCode): Sql[] {
    const condition = figureCondition(code, this.today);
    const clock = code in CLOCKS ? CLOCKS[code as keyof typeof CLOCKS] : null;
    const counted = (name: string, where: Sql) => sql`count(*) filter (where ${where})::int as ${sql.ref(name)}`;
    if (!clock) return [counted(code, condition)];
    return [
      counted(code, condition),
      counted(`${code}/good`, sql`${condition} and ${inTime(clock)}`),
      counted(`${code}/reachable`, sql`${condition} and ${reachable}`),
      counted(`${code}/reachableGood`, sql`${condition} and ${inTime(clock)} and ${reachable}`),
    ];
  }

  /** A petition counts once for a figure and a group, however often it happened; in time when it was every time. */
  private async happened(source: Sql, period: Period, groups: CountGroups): Promise<FigureCount[]> {
    const { codes } = groups;
    const asked = EVENT_CODES.filter((code) => codes.includes(code));
    if (asked.length === 0) return [];
    const kinds = [...new Set(asked.flatMap((code) => EVENT_SETS[code].kinds))];
    const e = sql`select p.*, u.unit, ${groupOf(groups, sql`p.on_date`)} as grouped from ${source}
      where p.kind = any(${kinds}) and p.on_date between ${period.from} and ${period.to}`;
    const { rows } = await sql<FigureCount>`
      select unit as "institutionId", grouped as "group", code, count(*)::int as count,
        count(*) filter (where good)::int as good, sum(amount)::int as amount, 0 as reachable, 0 as "reachableGood"
      from (
        select e.unit, e.grouped, figure.code, e.petition_key, bool_and(${eventInTime}) as good, sum(e.amount) as amount
        from (${e}) e join (values ${sql.join(asked.map(setOf))}) figure (code, kind, counted) on figure.kind = e.kind
        where figure.counted = 'ALL' or (${eventDecided(this.today)} and (figure.counted = 'DECIDED' or not ${eventInTime}))
        group by 1, 2, 3, 4) counted
      group by 1, 2, 3`.execute(this.database);
    return rows;
  }

  /** In two halves that ride `petition_procedural_due` and `matter_due`: what is open is few, what is stored is many. */
  private async open(source: Sql, groups: CountGroups): Promise<FigureCount[]> {
    const asked: readonly StockFigureCode[] = STOCK_CODES.filter((code) => groups.codes.includes(code));
    if (asked.length === 0) return [];
    const columns = asked.map(
      (code) => sql`count(*) filter (where ${figureCondition(code, this.today)})::int as ${sql.ref(code)}`,
    );
    const half = (open: Sql) => sql`
      select u.unit as "institutionId", ${groupOf(groups, sql`p.received_on`)} as "group", ${sql.join(columns)}
      from ${source} where ${open} group by 1, 2`;
    const { rows } = await sql<Wide>`${half(sql`p.procedural_stopped_on is null`)} union all
      ${half(sql`p.procedural_stopped_on is not null and m.substantive_stopped_on is null`)}`.execute(this.database);
    return rows.flatMap((row) => asked.map((code) => countIn(row, code)));
  }
}

/** `unit`: the institution of the answer each one counts for. `ancestor_ids` run from the parent to the root. */
function unitsOf({ institutionId: id, scope }: CountScope): Sql {
  const own = sql`select ${id}::uuid as institution_id, ${id}::uuid as unit`;
  if (scope === FigureScope.OWN) return own;
  const unit =
    scope === FigureScope.WITH_CHILDREN
      ? sql`${id}::uuid`
      : sql`coalesce(o.ancestor_ids[array_position(o.ancestor_ids, ${id}::uuid) - 1], o.institution_id)`;
  return sql`${own} union all select o.institution_id, ${unit}
    from petitions.reported_institution o where ${id}::uuid = any(o.ancestor_ids)`;
}

function groupOf({ by, ranges, monthly }: CountGroups, day: Sql): Sql {
  if (!monthly) return plainGroup(by, day, ranges);
  return sql`concat(${plainGroup('MONTH', day, ranges)}, '/', ${plainGroup(by, day, ranges)})`;
}

function plainGroup(by: PetitionGrouping | null, day: Sql, ranges: readonly AgeingRange[]): Sql {
  switch (by) {
    case null:
      return sql`null::text`;
    case 'MONTH':
      return sql`to_char(${day}::timestamp, 'YYYY-MM')`;
    case 'DEPARTMENT':
      return sql`${OWNER}::text`;
    case 'HANDLER':
      return sql`p.handler_id::text`;
    case 'AGE': {
      const cases = ranges.map(({ bucket, from, to }) => sql`when ${receivedBetween(from, to)} then ${bucket}`);
      return sql`case ${sql.join(cases, sql` `)} end`;
    }
    default:
      return sql.ref(`p.${by.toLowerCase()}`);
  }
}

const setOf = (code: EventFigureCode): Sql => {
  const { kinds, of } = EVENT_SETS[code];
  return sql.join(kinds.map((kind) => sql`(${code}::text, ${kind}::text, ${of}::text)`));
};

function countIn(row: Wide, code: FigureCode): FigureCount {
  const of = (part: string) => Number(row[`${code}${part}`] ?? 0);
  const { institutionId, group } = row;
  return {
    ...{ institutionId, group, code, amount: 0 },
    ...{ count: of(''), good: of('/good'), reachable: of('/reachable'), reachableGood: of('/reachableGood') },
  };
}

/** Rows of one institution, group and figure as one; without those that count nothing. */
function addUp(rows: readonly FigureCount[]): FigureCount[] {
  const groups = Map.groupBy(rows, ({ institutionId, group, code }) => `${institutionId}/${group}/${code}`);
  return [...groups.values()].map((some) => some.reduce(added)).filter(({ count }) => count > 0);
}

const MEASURES = ['count', 'good', 'amount', 'reachable', 'reachableGood'] as const;

function added(one: FigureCount, other: FigureCount): FigureCount {
  return { ...one, ...Object.fromEntries(MEASURES.map((name) => [name, one[name] + other[name]])) };
}
