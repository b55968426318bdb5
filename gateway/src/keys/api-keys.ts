import { createHash, randomBytes } from 'node:crypto';
import type { AuditFact } from '@everyletter/kit/audit';
import { isId, newId } from '@everyletter/kit/id';
import type { Pool, PoolClient } from 'pg';
import { Refusal } from '../http/refusal.ts';
import { inInstitution } from '../identity/in-institution.ts';
import type { WantedKey } from './key-inputs.ts';
import type { KeyScope } from './key-scopes.ts';
import type { ShownKey } from './key-state.ts';

/** Keys of one account that open something at the same time. */
export const MAX_KEYS = 10;
const DAY_MS = 86_400_000;
/** What of a key the list may show. */
const START_CHARACTERS = 7;

export interface KeyRow {
  readonly id: string;
  readonly accountId: string;
  readonly holder: string;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly KeyScope[];
  readonly perHour: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly replacedBy: string | null;
  readonly lastUsedAt: Date | null;
}

export interface NewKey extends Omit<WantedKey, 'scopes'> {
  readonly scopes: readonly KeyScope[];
  readonly accountId: string;
  readonly institutionId: string;
}

/** A key just made: `secret` is told now and never again. */
export interface MadeKey {
  readonly id: string;
  readonly secret: string;
}

/** Who acts on a key, and when. */
export interface Acting {
  readonly accountId: string;
  readonly institutionId: string;
  readonly now: Date;
}

const COLUMNS = `k.id, k.account_id as "accountId", coalesce(u.name, '') as holder, k.name, k.start, k.scopes,
  k.per_hour as "perHour", k.created_at as "createdAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
  r.name as "revokedBy", k.replaced_by as "replacedBy", k.last_used_at as "lastUsedAt"`;
const FROM = `identity.api_key k join identity."user" u on u.id = k.account_id
  left join identity."user" r on r.id = k.revoked_by`;

/** Keys that scripts show instead of a session. The store holds their hashes; they are never deleted. */
export class ApiKeys {
  constructor(private readonly pool: Pool) {}

  /** What is known of a key that somebody shows; counts as its use unless told otherwise. */
  async shown(secret: string, now: Date, counts: boolean): Promise<ShownKey | null> {
    const { rows } = await this.pool.query<ShownKey>('select * from identity.use_api_key($1, $2, $3)', [
      hashOf(secret),
      now,
      counts,
    ]);
    return rows[0] ?? null;
  }

  /** Newest first; of one account, or of the whole institution. */
  list(institutionId: string, accountId: string | null): Promise<KeyRow[]> {
    return inInstitution(this.pool, institutionId, async (client) => {
      const { rows } = await client.query<KeyRow>(
        `select ${COLUMNS} from ${FROM} where $1::uuid is null or k.account_id = $1
         order by k.created_at desc limit 500`,
        [accountId],
      );
      return rows;
    });
  }

  /** @throws Refusal `API_KEYS_TOO_MANY`, `API_KEY_NAME_TAKEN` */
  create(wanted: NewKey, acting: Acting): Promise<MadeKey> {
    return inInstitution(this.pool, wanted.institutionId, async (client) => {
      await refuseUnlessRoom(client, wanted, acting.now);
      const made = await insertKey(client, wanted, acting.now);
      const { scopes, perHour, days } = wanted;
      await append(client, acting, { ...factOf('CREATE_API_KEY', made.id, acting), facts: { scopes, perHour, days } });
      return made;
    });
  }

  /**
   * A new key in the place of one that still opens; that one goes on for the days of the overlap.
   * @throws Refusal `API_KEY_NOT_FOUND`, `API_KEY_NOT_IN_FORCE`
   */
  rotate(id: string, days: { readonly overlapDays: number; readonly days: number }, acting: Acting): Promise<MadeKey> {
    return inInstitution(this.pool, acting.institutionId, async (client) => {
      const old = await inForce(client, id, acting.now);
      if (old.accountId !== acting.accountId) throw new Refusal(404, 'API_KEY_NOT_FOUND');
      if (old.replacedBy) throw new Refusal(409, 'API_KEY_NOT_IN_FORCE');
      const made = await insertKey(client, { ...old, ...acting, days: days.days }, acting.now);
      await client.query(
        'update identity.api_key set replaced_by = $2, expires_at = least(expires_at, $3) where id = $1',
        [id, made.id, new Date(acting.now.getTime() + days.overlapDays * DAY_MS)],
      );
      await append(client, acting, { ...factOf('ROTATE_API_KEY', id, acting), facts: { by: made.id, ...days } });
      return made;
    });
  }

  /** @throws Refusal `API_KEY_NOT_FOUND`, `API_KEY_NOT_IN_FORCE` */
  revoke(id: string, acting: Acting, onlyOwn: boolean): Promise<void> {
    return inInstitution(this.pool, acting.institutionId, async (client) => {
      const key = await inForce(client, id, acting.now);
      if (onlyOwn && key.accountId !== acting.accountId) throw new Refusal(404, 'API_KEY_NOT_FOUND');
      await client.query('update identity.api_key set revoked_at = $2, revoked_by = $3 where id = $1', [
        id,
        acting.now,
        acting.accountId,
      ]);
      await append(client, acting, factOf('REVOKE_API_KEY', id, acting));
    });
  }
}

async function inForce(client: PoolClient, id: string, now: Date): Promise<KeyRow> {
  if (!isId(id)) throw new Refusal(404, 'API_KEY_NOT_FOUND');
  await client.query('select 1 from identity.api_key where id = $1 for update', [id]);
  const { rows } = await client.query<KeyRow>(`select ${COLUMNS} from ${FROM} where k.id = $1`, [id]);
  if (!rows[0]) throw new Refusal(404, 'API_KEY_NOT_FOUND');
  if (rows[0].revokedAt || rows[0].expiresAt <= now) throw new Refusal(409, 'API_KEY_NOT_IN_FORCE');
  return rows[0];
}

async function refuseUnlessRoom(client: PoolClient, { accountId, name }: NewKey, now: Date): Promise<void> {
  // Two at once wait for each other.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`api_key/${accountId}`]);
  const { rows } = await client.query<{ name: string }>(
    `select name from identity.api_key
     where account_id = $1 and revoked_at is null and expires_at > $2 and replaced_by is null`,
    [accountId, now],
  );
  if (rows.length >= MAX_KEYS) throw new Refusal(409, 'API_KEYS_TOO_MANY', { limit: MAX_KEYS, found: rows.length });
  if (rows.some((row) => row.name === name)) throw new Refusal(409, 'API_KEY_NAME_TAKEN', { field: 'name' });
}

async function insertKey(client: PoolClient, key: NewKey, now: Date): Promise<MadeKey> {
  const made = { id: newId(now), secret: `el_${randomBytes(32).toString('base64url')}` };
  await client.query(
    `insert into identity.api_key (id, institution_id, account_id, name, start, key_hash, scopes, per_hour, created_at,
       expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      made.id,
      key.institutionId,
      key.accountId,
      key.name,
      made.secret.slice(0, START_CHARACTERS),
      hashOf(made.secret),
      key.scopes,
      key.perHour,
      now,
      new Date(now.getTime() + key.days * DAY_MS),
    ],
  );
  return made;
}

function factOf(action: string, subjectId: string, { accountId }: Acting): AuditFact {
  return { action, actorId: accountId, subjectType: 'ApiKey', subjectId, facts: {} };
}

async function append(client: PoolClient, { institutionId, now }: Acting, fact: AuditFact): Promise<void> {
  await client.query('select identity.append_audit($1, $2, $3)', [institutionId, newId(now), JSON.stringify(fact)]);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
