import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import { CardOpener } from '../petitioner/sealed-card.ts';
import type { Identifiable } from './rules/duplicate.ts';
import { readPhone } from './rules/phone-number.ts';

/** Of one trace no more petitions are compared; a phone on more of them is an office's. */
const MAX_CANDIDATES = 1000;

export interface KnownPetition {
  readonly id: string;
  readonly number: string;
}

/** Petitions already registered, as far as a ledger may repeat them. Made per request. */
export class EarlierPetitions {
  private readonly database: Kysely<unknown>;

  constructor(
    em: EntityManager,
    private readonly institutionId: string,
    private readonly keys: InstitutionKeys,
  ) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
  }

  /** By import key, in hex. Rides the unique index. */
  async imported(importKeys: readonly Uint8Array[]): Promise<ReadonlyMap<string, KnownPetition>> {
    const { rows } = await sql<KnownPetition & { key: string }>`
      select id, number, encode(import_key, 'hex') as key from petitions.petition
      where institution_id = ${this.institutionId} and import_key = any(${importKeys.map((key) => Buffer.from(key))}::bytea[])`.execute(
      this.database,
    );
    return new Map(rows.map(({ key, id, number }) => [key, { id, number }]));
  }

  /**
   * Petitions that share an ID number or a phone with one of these people, or the name and the subject; oldest first.
   * Opened only to be compared, within the caller. Two statements, however many rows.
   */
  async alike(people: readonly Identifiable[]): Promise<(KnownPetition & Identifiable)[]> {
    const found = [...(await this.byIndex(people)), ...(await this.byName(people))];
    const distinct = [...new Map(found.map((row) => [row.id, row])).values()];
    return distinct.sort((one, other) => (one.id < other.id ? -1 : 1)).map((row) => this.open(row));
  }

  private async byIndex(people: readonly Identifiable[]): Promise<StoredCard[]> {
    const index = (values: readonly (string | null)[], column: string) =>
      values.filter((value) => value !== null).map((value) => this.keys.blindIndex(value, this.institutionId, column));
    const idNumbers = index(
      people.map(({ idNumber, idNumberSound }) => (idNumberSound ? idNumber : null)),
      'id_number',
    );
    const phones = index(
      people.map(({ phoneDigits }) => phoneDigits),
      'phone',
    );
    const { rows } = await sql<StoredCard>`
      select ${CARD} from petitions.petition p where p.institution_id = ${this.institutionId}
        and (p.id_number_index = any(${idNumbers}::bytea[]) or p.phone_index = any(${phones}::bytea[]))
      order by p.id limit ${MAX_CANDIDATES}`.execute(this.database);
    return rows;
  }

  /**
   * Addresses have no index: whoever has the same name and subject is looked at. Rides `petition_name_pairs`, row by
   * row, in one statement.
   */
  private async byName(people: readonly Identifiable[]): Promise<StoredCard[]> {
    const wanted = people
      .filter(({ name, address, subject }) => name !== null && [...name].length > 1 && address !== null && subject)
      .map(({ name, subject }) => ({ pairs: this.keys.blindPairs(name ?? '', this.institutionId, 'name'), subject }));
    if (wanted.length === 0) return [];
    const { rows } = await sql<StoredCard>`
      with named as materialized (
        select distinct id, subject from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as r(pairs int[], subject text)
        cross join lateral petitions.petitions_named(r.pairs) as found(id))
      select ${CARD} from named join petitions.petition p on p.id = named.id and p.subject = named.subject
      where p.institution_id = ${this.institutionId} order by p.id limit ${MAX_CANDIDATES}`.execute(this.database);
    return rows;
  }

  private open(row: StoredCard): KnownPetition & Identifiable {
    const { institutionId, keys } = this;
    const opener = new CardOpener({ wrappedKey: row.wrapped_key }, { keys, institutionId, petitionId: row.id });
    return {
      id: row.id,
      number: row.number,
      subject: row.subject,
      name: opener.open('name', row.name_sealed),
      idNumber: opener.open('id_number', row.id_number_sealed),
      idNumberSound: row.id_number_sound,
      phoneDigits: readPhone(opener.open('phone', row.phone_sealed) ?? '').digits,
      address: opener.open('address', row.address_sealed),
    };
  }
}

const CARD = sql.raw(`p.id, p.number, p.subject, p.wrapped_key, p.name_sealed, p.id_number_sealed, p.phone_sealed,
  p.address_sealed, p.id_number_index is not null as id_number_sound`);

interface StoredCard extends KnownPetition {
  readonly subject: string;
  readonly wrapped_key: Buffer;
  readonly name_sealed: Buffer | null;
  readonly id_number_sealed: Buffer | null;
  readonly phone_sealed: Buffer | null;
  readonly address_sealed: Buffer | null;
  readonly id_number_sound: boolean;
}
