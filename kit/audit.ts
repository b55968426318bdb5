import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/** One thing somebody did or read. `facts` hold codes, ids and counts; never personal data. */
export interface AuditFact {
  /** `VERB_NOUN`, e.g. `REVEAL_PETITIONER`. */
  readonly action: string;
  readonly actorId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface AuditEntry {
  readonly id: string;
  readonly institutionId: string;
  readonly sequence: number;
  readonly content: string;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * The table and the function that appends to it, for a migration. The service's role may insert through the function
 * and read; nobody but the owner may change or delete, and the chain tells if the owner did.
 */
export function auditTableSql(schema: string, role: string): string[] {
  return [
    `create table ${schema}.audit_entry (
       institution_id uuid not null, sequence bigint not null, id uuid not null, content text not null,
       previous_hash text not null, hash text not null, primary key (institution_id, sequence))`,
    `create function ${schema}.append_audit(institution uuid, entry uuid, fact jsonb) returns uuid
       language plpgsql security definer set search_path = ${schema}, pg_temp as $$
     declare last ${schema}.audit_entry; body text; place bigint;
     begin
       perform pg_advisory_xact_lock(hashtextextended('${schema}.audit_entry/' || institution::text, 0));
       select * into last from ${schema}.audit_entry a where a.institution_id = institution order by a.sequence desc limit 1;
       place := coalesce(last.sequence, 0) + 1;
       body := (fact || jsonb_build_object('at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text;
       insert into ${schema}.audit_entry values (institution, place, entry, body, coalesce(last.hash, ''),
         encode(sha256(convert_to(place::text || '|' || entry::text || '|' || coalesce(last.hash, '') || '|' || body, 'UTF8')), 'hex'));
       return entry;
     end $$`,
    `revoke all on function ${schema}.append_audit(uuid, uuid, jsonb) from public`,
    `grant execute on function ${schema}.append_audit(uuid, uuid, jsonb) to ${role}`,
    `alter table ${schema}.audit_entry enable row level security`,
    `create policy own_institution on ${schema}.audit_entry for select to ${role}
       using (institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid))`,
    `grant select on ${schema}.audit_entry to ${role}`,
  ];
}

/** Appends in the caller's transaction: no change without its row, no answer before it. Returns the entry's id. */
export async function appendAudit(
  database: Kysely<unknown>,
  schema: string,
  place: { readonly institutionId: string; readonly id: string },
  fact: AuditFact,
): Promise<string> {
  const append = sql`select ${sql.raw(schema)}.append_audit(${place.institutionId}::uuid, ${place.id}::uuid, ${JSON.stringify(fact)}::jsonb)`;
  await append.execute(database);
  return place.id;
}

/**
 * Walks one institution's chain, oldest first, and returns the sequence of the first entry that does not fit, or
 * `null`. Finds an edit, an insertion, a reorder and a deletion inside the chain; a cut-off tail needs the last head
 * that was written outside the database.
 */
export function firstBrokenLink(entries: Iterable<AuditEntry>): number | null {
  let previous = '';
  let expected = 1;
  for (const entry of entries) {
    const fits = entry.sequence === expected && entry.previousHash === previous && entry.hash === hashOf(entry);
    if (!fits) return expected;
    previous = entry.hash;
    expected += 1;
  }
  return null;
}

function hashOf({ sequence, id, previousHash, content }: AuditEntry): string {
  return createHash('sha256').update(`${sequence}|${id}|${previousHash}|${content}`).digest('hex');
}
