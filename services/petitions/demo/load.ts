import 'reflect-metadata';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { type LocalDate, parts } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import pg from 'pg';
import { recordClockEvents } from './clock-events.ts';
import type { DemoPetition } from './demo-petition.ts';
import { askForMoreTime } from './extensions.ts';
import { insertRows, type Row } from './insert-rows.ts';
import { lettersOf, recipientOf } from './letters.ts';
import { presentPetitions } from './present.ts';
import { type DemoDepartment, type DemoRecord, type DemoSetting, importKey, recordOf } from './records.ts';
import { replayArrivals, replayYear } from './replay.ts';
import { tellSinceThen } from './since-then.ts';
import { type DemoOffice, plantTerms } from './terms.ts';
import { waitingPetitions } from './waiting.ts';

export interface PetitionsDemoOptions {
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
  readonly office: DemoOffice;
  /** The first one takes what no other names among its categories. */
  readonly departments: readonly DemoDepartment[];
  readonly clerkIds: readonly string[];
  /** Whether the seven years behind the seed story are loaded too. Yes when left out. */
  readonly replay?: boolean;
  /** `done` and `total` petitions of this run. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface LoadedPetitions {
  /** 0 when everything was there already. */
  readonly added: number;
  /** Matters of the present that are being handled, oldest first. */
  readonly openMatterIds: readonly string[];
}

/** Petitions that are kept whole or not at all. */
interface Batch {
  readonly name: string;
  readonly count: number;
  readonly stories: () => Iterable<DemoPetition>;
  /** Whether the letters themselves are kept, not only the days they were sent. */
  readonly letters: boolean;
}

const ROWS_A_STATEMENT = 500;
const FILLED = ['petition', 'matter', 'timeline_entry', 'clock_event'].map((table) => `petitions.${table}`);

/**
 * Loads the replay of 2016–2022 and a lively present. A batch (a year, or the present) is one transaction; one whose
 * first petition is there is skipped, so that an interrupted load goes on where it stopped and a second adds nothing.
 */
export async function loadPetitionsDemo(options: PetitionsDemoOptions): Promise<LoadedPetitions> {
  const client = new pg.Client(options.ownerUrl);
  await client.connect();
  try {
    const setting = { ...options, terms: await plantTerms(client, options.office) };
    const missing = await missingBatches(client, batchesOf(options, setting), options.office.institutionId);
    const total = missing.reduce((sum, { count }) => sum + count, 0);
    let added = 0;
    for (const batch of missing) {
      const start = added;
      await loadBatch(client, batch, { setting, onRows: (rows) => options.onProgress?.(start + rows, total) });
      added += batch.count;
    }
    if (added > 0) {
      await recordClockEvents(client, options.office.institutionId);
      const here = { ...options, institutionId: options.office.institutionId };
      await askForMoreTime(client, here);
      await tellSinceThen(client, here);
    }
    if (added > 0) await client.query(`vacuum analyze ${FILLED.join(', ')}`);
    return { added, openMatterIds: await openMatters(client, options.office.institutionId) };
  } finally {
    await client.end();
  }
}

function batchesOf({ today, replay = true }: PetitionsDemoOptions, { terms: { calendar } }: DemoSetting): Batch[] {
  const present = presentPetitions(today, calendar);
  const years = replay ? replayBatches(calendar) : [];
  const waiting = waitingPetitions(today, calendar);
  return [
    ...years,
    { name: 'present', count: present.length, stories: () => present, letters: true },
    { name: 'waiting', count: waiting.length, stories: () => waiting, letters: false },
  ];
}

function replayBatches(calendar: WorkCalendar): Batch[] {
  return [...replayArrivals(calendar)].map(([year, arrivals]) => ({
    name: `replay/${year}`,
    count: arrivals.length,
    stories: () => replayYear(year, arrivals, calendar),
    letters: false,
  }));
}

async function missingBatches(client: pg.Client, batches: readonly Batch[], institutionId: string): Promise<Batch[]> {
  const { rows } = await client.query<{ import_key: Buffer }>(
    'select import_key from petitions.petition where institution_id = $1 and import_key = any($2)',
    [institutionId, batches.map(({ name }) => importKey(`${name}/1`))],
  );
  return batches.filter(({ name }) => !rows.some(({ import_key }) => import_key.equals(importKey(`${name}/1`))));
}

async function loadBatch(
  client: pg.Client,
  { name, stories, letters: withLetters }: Batch,
  { setting, onRows }: { readonly setting: DemoSetting; readonly onRows: (rows: number) => void },
): Promise<void> {
  const { institutionId } = setting.office;
  const numbers = new YearNumbers(client, 'petitions.number_sequence', institutionId);
  const letterNumbers = new YearNumbers(client, 'petitions.letter_sequence', institutionId);
  const letters: Row[] = [];
  const stretches = new Stretches(client);
  let count = 0;
  let before: DemoRecord | null = null;
  await client.query('begin');
  try {
    for (const story of stories()) {
      const sequence = await numbers.next(parts(story.receivedOn).year);
      count += 1;
      before = recordOf(story, { sequence, key: `${name}/${count}`, before }, setting);
      if (await stretches.add(before)) onRows(count);
      if (withLetters) letters.push(...(await lettersOf(story, before, (year) => letterNumbers.next(year), setting)));
    }
    await stretches.finish();
    await insertRows(
      client,
      { table: 'petitions.reply', rows: letters },
      { table: 'petitions.reply_recipient', rows: letters.map(recipientOf) },
    );
    await numbers.keep();
    await letterNumbers.keep();
    await client.query('commit');
    onRows(count);
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Inserts one stretch of records while the next is being made. */
class Stretches {
  private records: DemoRecord[] = [];
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly client: pg.Client) {}

  /** Whether a stretch was full. */
  async add(record: DemoRecord): Promise<boolean> {
    this.records.push(record);
    if (this.records.length < ROWS_A_STATEMENT) return false;
    await this.send();
    return true;
  }

  async finish(): Promise<void> {
    await this.send();
    await this.underWay;
  }

  private async send(): Promise<void> {
    await this.underWay;
    const records = this.records;
    this.records = [];
    this.underWay = insertRows(
      this.client,
      { table: 'petitions.matter', rows: records.map(({ matter }) => matter).filter((matter) => matter !== null) },
      { table: 'petitions.petition', rows: records.map(({ petition }) => petition) },
      { table: 'petitions.search_mark', rows: records.flatMap(({ marks }) => (marks ? [{ ...marks }] : [])) },
      { table: 'petitions.timeline_entry', rows: records.flatMap(({ timeline }) => timeline) },
    );
    // A failure is met at the next `await`; until then it is nobody's.
    this.underWay.catch(() => {});
  }
}

/** Continues a numbering of each year under its lock, written back once. */
class YearNumbers {
  private readonly last = new Map<number, number>();

  constructor(
    private readonly client: pg.Client,
    private readonly table: string,
    private readonly institutionId: string,
  ) {}

  async next(year: number): Promise<number> {
    const sequence = (this.last.get(year) ?? (await this.lock(year))) + 1;
    this.last.set(year, sequence);
    return sequence;
  }

  async keep(): Promise<void> {
    for (const [year, last] of this.last) {
      await this.client.query(`update ${this.table} set last = $3 where institution_id = $1 and year = $2`, [
        this.institutionId,
        year,
        last,
      ]);
    }
  }

  private async lock(year: number): Promise<number> {
    const { rows } = await this.client.query<{ last: number }>(
      `insert into ${this.table} as s values ($1, $2, 0)
       on conflict (institution_id, year) do update set last = s.last returning s.last`,
      [this.institutionId, year],
    );
    return rows[0]?.last ?? 0;
  }
}

async function openMatters(client: pg.Client, institutionId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from petitions.matter where institution_id = $1 and state = 'HANDLING' order by opened_on, id limit 20`,
    [institutionId],
  );
  return rows.map(({ id }) => id);
}
