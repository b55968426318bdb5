import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { LocalDate } from '@everyletter/kit/time';
import pg from 'pg';
import { rebuildTallies } from '../../src/report/reconcile-tallies.ts';
import type { Row } from '../insert-rows.ts';
import { knownCalendar } from '../known-calendar.ts';
import { Random } from '../random.ts';
import { type DemoRecord, type DemoSetting, recordOf } from '../records.ts';
import { plantTerms } from '../terms.ts';
import { clockRows } from './clock-rows.ts';
import { CopyLines } from './copy-in.ts';
import { arrivalsOn, daysOf, nationStory, yearOf } from './nation-stories.ts';
import type { NationInstitution } from './nation-tree.ts';
import { withoutIndexes } from './without-indexes.ts';

export interface NationOptions {
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
  readonly institutions: readonly NationInstitution[];
  readonly petitions: number;
  readonly years: number;
  readonly onProgress?: (done: number, total: number) => void;
}

const SEED = 3600;
const PETITIONS_A_COPY = 1000;
const TABLES = ['matter', 'petition', 'timeline_entry', 'clock_event', 'petition_clock'] as const;
const QUALIFIED = TABLES.map((table) => `petitions.${table}`);
const ADDRESS = '某路1号';
const PHONE = '12309';

/** Fills a nation day by day, as it would have come in, in one transaction: all of it or nothing. */
export async function loadNation(options: NationOptions): Promise<void> {
  const client = new pg.Client(options.ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    const desks = await openDesks(client, options);
    await inBulk(client, () => copyPetitions(client, desks, options));
    for (const desk of desks) await desk.keepNumbers(client);
    await rebuildTallies(client);
    await client.query('commit');
    await client.query(`vacuum analyze ${QUALIFIED.join(', ')}, petitions.report_tally, petitions.office`);
  } finally {
    await client.end();
  }
}

async function openDesks(client: pg.Client, options: NationOptions): Promise<NationDesk[]> {
  const { institutions, petitions } = options;
  const desks: NationDesk[] = [];
  for (const [at, institution] of institutions.entries()) {
    const { institutionId, name, numberPrefix, complaintsDepartmentId, ancestorIds } = institution;
    const office = { institutionId, name, numberPrefix, complaintsDepartmentId, ancestorIds };
    const terms = await plantTerms(client, { ...office, address: ADDRESS, phone: PHONE });
    const share = arrivalsOn(at, institutions.length, petitions, 0);
    desks.push(new NationDesk({ institution, at, petitions: share }, { ...settingOf(institution, options), terms }));
  }
  return desks;
}

function settingOf(institution: NationInstitution, { keys, today }: NationOptions): Omit<DemoSetting, 'terms'> {
  const { complaintsDepartmentId, criminalDepartmentId, clerkId, handlerIds } = institution;
  const [headId = clerkId] = handlerIds;
  return {
    keys,
    today,
    office: { ...institution, address: ADDRESS, phone: PHONE },
    departments: [
      { id: complaintsDepartmentId, name: '控告申诉检察部门', headId: clerkId, categories: [], handlerIds: [clerkId] },
      { id: criminalDepartmentId, name: '刑事检察部门', headId, categories: ['CRIMINAL_APPEAL'], handlerIds },
    ],
    clerkIds: [clerkId],
  };
}

interface NationShare {
  readonly institution: NationInstitution;
  readonly at: number;
  readonly petitions: number;
}

/** One institution on its way through the years. */
class NationDesk {
  private readonly random: Random;
  private readonly phase: number;
  private readonly numbers = new Map<number, number>();
  private before: DemoRecord | null = null;
  private count = 0;

  constructor(
    private readonly of: NationShare,
    private readonly setting: DemoSetting,
  ) {
    this.random = new Random(SEED + of.at);
    this.phase = this.random.next() * 0.999;
  }

  /** What comes in on the `nth` of so many days. */
  *receive(receivedOn: LocalDate, nth: number, days: number): Generator<DemoRecord> {
    const { today, terms } = this.setting;
    const arrivals = arrivalsOn(nth, days, this.of.petitions, this.phase);
    for (let arrival = 0; arrival < arrivals; arrival += 1) {
      const mayRepeat = this.before !== null;
      const story = nationStory(receivedOn, mayRepeat, { today, calendar: terms.calendar, random: this.random });
      const sequence = (this.numbers.get(yearOf(receivedOn)) ?? 0) + 1;
      this.numbers.set(yearOf(receivedOn), sequence);
      this.count += 1;
      const key = `nation/${this.of.institution.shortName}/${this.count}`;
      this.before = recordOf(story, { sequence, key, before: this.before }, this.setting);
      yield this.before;
    }
  }

  async keepNumbers(client: pg.Client): Promise<void> {
    for (const [year, last] of this.numbers) {
      await client.query('insert into petitions.number_sequence values ($1, $2, $3)', [
        this.of.institution.institutionId,
        year,
        last,
      ]);
    }
  }
}

async function copyPetitions(client: pg.Client, desks: readonly NationDesk[], options: NationOptions): Promise<void> {
  const { years, petitions, today, onProgress } = options;
  const days = daysOf(years, { today, calendar: knownCalendar() });
  const tables = new Map(TABLES.map((table) => [table, new CopyLines(`petitions.${table}`)]));
  let [done, waiting] = [0, 0];
  const send = async () => {
    for (const lines of tables.values()) await lines.send(client);
    waiting = 0;
    onProgress?.(done, petitions);
  };
  for (const [nth, day] of days.entries()) {
    for (const desk of desks) {
      for (const record of desk.receive(day, nth, days.length)) {
        for (const [table, row] of rowsOf(record)) tables.get(table)?.add(row);
        done += 1;
        waiting += 1;
      }
      if (waiting >= PETITIONS_A_COPY) await send();
    }
  }
  await send();
}

function* rowsOf(record: DemoRecord): Generator<readonly [(typeof TABLES)[number], Row]> {
  if (record.matter) yield ['matter', record.matter];
  yield ['petition', record.petition];
  for (const entry of record.timeline) yield ['timeline_entry', entry];
  yield* clockRows(record);
}

/**
 * COPY is refused under row-level security that is forced on the owner, which is lifted for the length of the
 * transaction. Where the role may, references are not looked up a row at a time: rows are made in pairs here.
 */
async function inBulk(client: pg.Client, run: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ all: string }>(`select current_setting('is_superuser') as all`);
  if (rows[0]?.all === 'on') await client.query('set local session_replication_role = replica');
  await client.query(`set local maintenance_work_mem = '512MB'`);
  for (const table of QUALIFIED) await client.query(`alter table ${table} no force row level security`);
  await withoutIndexes(client, QUALIFIED, run);
  for (const table of QUALIFIED) await client.query(`alter table ${table} force row level security`);
  await client.query('set local session_replication_role = origin');
}
