import { Conflict, Invalid } from '@everyletter/kit/errors';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { EntityManager } from '@mikro-orm/postgresql';

const KEY = /^[\w-]{16,64}$/u;

/** A form as it was handed in, under the key its sender gave it. */
export interface HandedIn {
  readonly idempotencyKey: string;
  readonly content: unknown;
}

/** Makes handing in twice the same as once; made per request. */
export class Registrations {
  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
    private readonly keys: InstitutionKeys,
    private readonly now: Date,
  ) {}

  /**
   * The petition a key registered before; null when it is new. Others with the same key wait until this transaction
   * ends, so that of two at once the second finds what the first registered.
   * @throws Invalid `REGISTRATION_KEY_INVALID`; Conflict `REGISTRATION_KEY_REUSED` when it came with another form
   */
  async earlier({ idempotencyKey, content }: HandedIn): Promise<string | null> {
    if (!KEY.test(idempotencyKey)) throw new Invalid('REGISTRATION_KEY_INVALID', { field: 'idempotencyKey' });
    const index = this.index('registration_key', idempotencyKey);
    await this.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `petitions.registration/${index.toString('hex')}`,
    ]);
    const [row] = await this.em.execute<{ content_index: Buffer; petition_id: string }[]>(
      `select content_index, petition_id from petitions.registration_key where institution_id = ? and key_index = ?`,
      [this.institutionId, index],
    );
    if (!row) return null;
    const same = Buffer.from(row.content_index).equals(this.contentIndex(content));
    if (!same) throw new Conflict('REGISTRATION_KEY_REUSED', { field: 'idempotencyKey' });
    return row.petition_id;
  }

  async remember({ idempotencyKey, content }: HandedIn, petitionId: string): Promise<void> {
    await this.em.execute('insert into petitions.registration_key values (?, ?, ?, ?, ?)', [
      this.institutionId,
      this.index('registration_key', idempotencyKey),
      this.contentIndex(content),
      petitionId,
      this.now,
    ]);
  }

  /** Keyed, since a form of few words could be guessed from a plain hash. */
  private contentIndex(content: unknown): Buffer {
    return this.index('registration_content', JSON.stringify(content));
  }

  private index(column: string, value: string): Buffer {
    return this.keys.blindIndex(value, this.institutionId, column);
  }
}
