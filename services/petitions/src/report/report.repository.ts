import { isId } from '@everyletter/kit/id';
import type { Period } from '@everyletter/kit/period';
import type { LocalDate } from '@everyletter/kit/time';
import { hasRole, type Role, type Viewer } from '@everyletter/kit/viewer';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { countedOpenPetitions, countedPetitions } from './counted-petitions.ts';
import { figureCondition, inTime, reachable, receivedBetween } from './figure-condition.ts';
import type { AgeingRange } from './rules/ageing.ts';

/** Petitions received in a period: in all (every key `null`), or of one channel, one category or one month. */
export interface Cell {
  readonly institutionId: string;
  readonly channel: string | null;
  readonly category: string | null;
  /** `YYYY-MM` */
  readonly month: string | null;
  readonly received: number;
  readonly proceduralDecided: number;
  readonly proceduralInTime: number;
  readonly proceduralReachable: number;
  readonly proceduralReachableInTime: number;
  readonly substantiveDecided: number;
  readonly substantiveInTime: number;
  readonly substantiveReachable: number;
  readonly substantiveReachableInTime: number;
}

/** What is open today, whenever it was received. `unanswered` follows the order of the ranges asked for. */
export interface Stock {
  readonly overdueNow: number;
  readonly unanswered: readonly number[];
  readonly unansweredOverdue: number;
}

/** More wait for the next round; readers add them up themselves until then. */
const CHANGES_A_ROUND = 20_000;

/** Those whose lists show a department's petitions: their figures count the same. A leader's lists show all there are. */
export const DEPARTMENTAL: readonly Role[] = ['CLERK', 'HANDLER', 'DEPARTMENT_HEAD'];

/** A department's petitions, narrowed by row-level security as the worklist is. */
export const LISTED = sql`petitions.petition p join petitions.matter m on m.id = p.matter_id`;

/** Where petitions `p` and their matters `m` are counted from, each row for so many; `ids` are what the rows are of. */
interface Source {
  readonly from: RawBuilder<unknown>;
  readonly ids: readonly string[];
  readonly petitions: RawBuilder<unknown>;
}

/** The counted ones, for as long as a question is about all that a figure asks of a petition. */
type CountedBy = (institutionIds: readonly string[]) => RawBuilder<unknown>;

/** Figures of institutions by SQL aggregates, one statement for all institutions of one tick; made per request. */
export class Reports {
  private readonly database: Kysely<unknown>;

  private readonly visible = new DataLoader<string, boolean>(async (ids) => {
    const { rows } = await sql<{ id: string }>`
      select institution_id as id from petitions.reported_institution
      where institution_id = any(${[...ids]}::uuid[])`.execute(this.database);
    return ids.map((id) => rows.some((row) => row.id === id));
  });

  private readonly cells = new DataLoader<{ institutionId: string; period: Period }, Cell[], string>(
    async (keys) => {
      const periods = new Map(keys.map(({ period }) => [keyOf(period), period]));
      const found = new Map<string, Cell[]>();
      for (const [key, period] of periods) {
        const ids = keys.filter((one) => keyOf(one.period) === key).map(({ institutionId }) => institutionId);
        found.set(key, await this.bySource(ids, this.inPeriod(period), (source) => this.countCells(source, period)));
      }
      return keys.map(({ institutionId, period }) =>
        (found.get(keyOf(period)) ?? []).filter((cell) => cell.institutionId === institutionId),
      );
    },
    { cacheKeyFn: ({ institutionId, period }) => `${institutionId}/${keyOf(period)}` },
  );

  constructor(
    em: EntityManager,
    private readonly viewer: Viewer,
    private readonly today: LocalDate,
  ) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
  }

  /** Set up here, and the viewer's own institution or one below it; any other does not exist. */
  async institution(id: string): Promise<{ readonly id: string } | null> {
    return isId(id) && (await this.visible.load(id)) ? { id } : null;
  }

  received(institutionId: string, period: Period): Promise<Cell[]> {
    return this.cells.load({ institutionId, period });
  }

  /** Takes what has changed into the tallies, of whatever institution; another round may be at it. */
  async fold(): Promise<void> {
    await sql`select petitions.fold_report_changes(${CHANGES_A_ROUND})`.execute(this.database);
  }

  private readonly stocks = new DataLoader<{ institutionId: string; ranges: readonly AgeingRange[] }, Stock, string>(
    async (keys) => {
      const ids = keys.map(({ institutionId }) => institutionId);
      const ranges = keys[0]?.ranges ?? [];
      const rows = await this.bySource(ids, openOf, (source) => this.countStock(source, ranges));
      return ids.map((id) =>
        stockOf(
          rows.filter(({ institutionId }) => institutionId === id),
          ranges.length,
        ),
      );
    },
    { cacheKeyFn: ({ institutionId }) => institutionId },
  );

  /** `ranges` are the same for every institution of a request: they hang on today and the policy pack alone. */
  stock(institutionId: string, ranges: readonly AgeingRange[]): Promise<Stock> {
    return this.stocks.load({ institutionId, ranges });
  }

  /** A superior counts an institution below without reading its petitions; so does a reporter of its own. */
  private async bySource<Row>(
    ids: readonly string[],
    counted: CountedBy,
    count: (source: Source) => Promise<Row[]>,
  ): Promise<Row[]> {
    const isDepartmental = hasRole(this.viewer, ...DEPARTMENTAL) && !hasRole(this.viewer, 'LEADER');
    const isListed = (id: string) => isDepartmental && id === this.viewer.institutionId;
    const [own, others] = [ids.filter(isListed), ids.filter((id) => !isListed(id))];
    return [
      ...(own.length > 0 ? await count({ from: LISTED, ids: own, petitions: sql`1` }) : []),
      ...(others.length > 0 ? await count({ from: counted(others), ids: others, petitions: sql`p.petitions` }) : []),
    ];
  }

  private inPeriod(period: Period): CountedBy {
    return (institutionIds) => countedPetitions(period, { institutionIds, reach: 'OWN', today: this.today });
  }

  /** Rides `petition_received`. Counted once per finest cell, then summed up four ways. */
  private async countCells({ from, ids, petitions }: Source, period: Period): Promise<Cell[]> {
    const counts = this.cellCounts();
    // Tallies stand on the first of their month: the source has narrowed them to the period.
    const receivedWithin = from === LISTED ? receivedBetween(period.from, period.to) : sql`true`;
    const names = Object.keys(counts);
    const counted = names.map((name) => sql`sum(${petitions}) filter (where ${counts[name]}) as ${sql.ref(name)}`);
    const summed = names.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::int as ${sql.ref(name)}`);
    const { rows } = await sql<Cell>`
      select institution_id as "institutionId", channel, category, to_char(month, 'YYYY-MM') as month,
        ${sql.join(summed)}
      from (
        select p.institution_id, p.channel, p.category, date_trunc('month', p.received_on::timestamp) as month,
          ${sql.join(counted)}
        from ${from}
        where p.institution_id = any(${[...ids]}::uuid[]) and ${receivedWithin}
        group by 1, 2, 3, 4) cell
      group by grouping sets ((institution_id), (institution_id, channel), (institution_id, category),
        (institution_id, month))`.execute(this.database);
    return rows;
  }

  private cellCounts(): Readonly<Record<string, RawBuilder<unknown>>> {
    const procedural = figureCondition('PROCEDURAL_RATE', this.today);
    const substantive = figureCondition('SUBSTANTIVE_RATE', this.today);
    return {
      received: figureCondition('RECEIVED', this.today),
      proceduralDecided: procedural,
      proceduralInTime: inTime('PROCEDURAL'),
      proceduralReachable: sql`${procedural} and ${reachable}`,
      proceduralReachableInTime: sql`${inTime('PROCEDURAL')} and ${reachable}`,
      substantiveDecided: substantive,
      substantiveInTime: inTime('SUBSTANTIVE'),
      substantiveReachable: sql`${substantive} and ${reachable}`,
      substantiveReachableInTime: sql`${inTime('SUBSTANTIVE')} and ${reachable}`,
    };
  }

  /** In two halves that ride `petition_procedural_due` and `matter_due`: what is open is few, what is stored is many. */
  private async countStock({ from, ids, petitions }: Source, ranges: readonly AgeingRange[]) {
    const unanswered = figureCondition('UNANSWERED', this.today);
    const count = (condition: RawBuilder<unknown>) =>
      sql`coalesce(sum(${petitions}) filter (where ${condition}), 0)::int`;
    const columns = ranges.map(
      (range, at) =>
        sql`${count(sql`${unanswered} and ${receivedBetween(range.from, range.to)}`)} as ${sql.ref(rangeName(at))}`,
    );
    const half = (open: RawBuilder<unknown>) => sql`
      select p.institution_id as "institutionId",
        ${count(figureCondition('OVERDUE_NOW', this.today))} as "overdueNow",
        ${count(figureCondition('UNANSWERED_OVERDUE', this.today))} as "unansweredOverdue",
        ${sql.join(columns)}
      from ${from} where p.institution_id = any(${[...ids]}::uuid[]) and ${open}
      group by 1`;
    const { rows } = await sql<StockRow>`
      ${half(sql`p.procedural_stopped_on is null`)} union all
      ${half(sql`p.procedural_stopped_on is not null and m.substantive_stopped_on is null`)}`.execute(this.database);
    return rows;
  }
}

type StockRow = { readonly institutionId: string } & Readonly<Record<string, number | string>>;

/** Adds the halves of one institution up. */
function stockOf(rows: readonly StockRow[], ranges: number): Stock {
  const count = (name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0);
  return {
    overdueNow: count('overdueNow'),
    unansweredOverdue: count('unansweredOverdue'),
    unanswered: Array.from({ length: ranges }, (_, at) => count(rangeName(at))),
  };
}

const openOf: CountedBy = (institutionIds) => countedOpenPetitions({ institutionIds, reach: 'OWN' });
const rangeName = (at: number) => `unanswered${at}`;
const keyOf = ({ from, to }: Period) => `${from}/${to}`;
