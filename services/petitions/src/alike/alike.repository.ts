import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import { readPhone } from '../ledger-import/rules/phone-number.ts';
import { CardOpener } from '../petitioner/sealed-card.ts';
import type { Trace } from './rules/likeness.ts';

/** Newest first; of one person or one name no more are opened. */
const OF_A_PERSON = 100;
/** How many of the newest petitions are compared by their subject: at fifty a day, the last three months. */
const NEWEST = 3000;

export interface KnownTrace extends Trace {
  readonly id: string;
}

/** Petitions the viewer may see that one coming in may repeat; opened only to be compared. Made per request. */
export class AlikePetitions {
  private readonly database: Kysely<unknown>;

  constructor(
    em: EntityManager,
    private readonly institutionId: string,
    private readonly keys: InstitutionKeys,
  ) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
  }

  /** Rides `petition_id_number` and `petition_phone`, and `petition_name_pairs` for the name. */
  async ofPerson({ name, idNumber, idNumberSound, phoneDigits }: Trace): Promise<KnownTrace[]> {
    const index = (value: string | null, column: string) =>
      value ? this.keys.blindIndex(value, this.institutionId, column) : null;
    const pairs = name && [...name].length > 1 ? this.keys.blindPairs(name, this.institutionId, 'name') : [];
    const { rows } = await sql<StoredTrace>`
      with found as materialized (
        select id from petitions.petition where institution_id = ${this.institutionId}
          and id_number_index = ${index(idNumberSound ? idNumber : null, 'id_number')}
        union select id from petitions.petition where institution_id = ${this.institutionId}
          and phone_index = ${index(phoneDigits, 'phone')}
        union select id from petitions.petitions_named(${pairs}::int[]) as id where ${pairs.length > 0})
      select ${TRACE} from found join petitions.petition p on p.id = found.id
      order by p.received_on desc, p.id desc limit ${OF_A_PERSON}`.execute(this.database);
    return rows.map((row) => this.open(row));
  }

  /** Their subjects only, which hold no personal data. Rides `petition_desk`. */
  async newestSubjects(): Promise<{ id: string; subject: string }[]> {
    const { rows } = await sql<{ id: string; subject: string }>`
      select p.id, p.subject from petitions.petition p where p.institution_id = ${this.institutionId}
      order by p.received_on desc, p.id desc limit ${NEWEST}`.execute(this.database);
    return rows;
  }

  async byIds(ids: readonly string[]): Promise<KnownTrace[]> {
    if (ids.length === 0) return [];
    const { rows } = await sql<StoredTrace>`
      select ${TRACE} from petitions.petition p where p.id = any(${[...ids]}::uuid[])`.execute(this.database);
    return rows.map((row) => this.open(row));
  }

  private open(row: StoredTrace): KnownTrace {
    const { institutionId, keys } = this;
    const opener = new CardOpener({ wrappedKey: row.wrapped_key }, { keys, institutionId, petitionId: row.id });
    return {
      id: row.id,
      subject: row.subject,
      name: opener.open('name', row.name_sealed),
      idNumber: opener.open('id_number', row.id_number_sealed),
      idNumberSound: row.id_number_sound,
      phoneDigits: readPhone(opener.open('phone', row.phone_sealed) ?? '').digits,
      address: opener.open('address', row.address_sealed),
    };
  }
}

const TRACE = sql.raw(`p.id, p.subject, p.wrapped_key, p.name_sealed, p.id_number_sealed, p.phone_sealed,
  p.address_sealed, p.id_number_index is not null as id_number_sound`);

interface StoredTrace {
  readonly id: string;
  readonly subject: string;
  readonly wrapped_key: Buffer;
  readonly name_sealed: Buffer | null;
  readonly id_number_sealed: Buffer | null;
  readonly phone_sealed: Buffer | null;
  readonly address_sealed: Buffer | null;
  readonly id_number_sound: boolean;
}
