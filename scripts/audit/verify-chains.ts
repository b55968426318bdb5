import { type AuditEntry, firstBrokenLink } from '@everyletter/kit/audit';
import type pg from 'pg';
import { auditedSchemas, type Head } from './signed-heads.ts';

/** What was found in one institution's chain of one service. */
export interface ChainFinding {
  readonly schema: string;
  readonly institutionId: string;
  readonly entries: number;
  /** First entry that does not fit its predecessor, or is not what a signed head said; `null` when all is well. */
  readonly brokenAt: number | null;
}

interface EntryRow {
  readonly id: string;
  readonly sequence: string;
  readonly content: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Recomputes every chain and holds it against the heads that were signed outside the database. */
export async function verifyChains(client: pg.ClientBase, heads: readonly Head[]): Promise<ChainFinding[]> {
  const findings: ChainFinding[] = [];
  for (const schema of await auditedSchemas(client)) {
    const own = heads.filter((head) => head.schema === schema);
    for (const institutionId of await institutionsOf(client, schema, own)) {
      const signed = own.filter((head) => head.institutionId === institutionId);
      findings.push(await verifyChain(client, { schema, institutionId }, signed));
    }
  }
  return findings;
}

async function institutionsOf(client: pg.ClientBase, schema: string, heads: readonly Head[]): Promise<string[]> {
  const { rows } = await client.query<{ institution_id: string }>(
    `select distinct institution_id from ${schema}.audit_entry`,
  );
  const ids = [...rows.map(({ institution_id }) => institution_id), ...heads.map(({ institutionId }) => institutionId)];
  return [...new Set(ids)].sort();
}

async function verifyChain(
  client: pg.ClientBase,
  { schema, institutionId }: { readonly schema: string; readonly institutionId: string },
  heads: readonly Head[],
): Promise<ChainFinding> {
  const { rows } = await client.query<EntryRow>(
    `select id, sequence, content, previous_hash, hash from ${schema}.audit_entry
     where institution_id = $1 order by sequence`,
    [institutionId],
  );
  const entries = rows.map(
    (row): AuditEntry => ({
      id: row.id,
      institutionId,
      sequence: Number(row.sequence),
      content: row.content,
      previousHash: row.previous_hash,
      hash: row.hash,
    }),
  );
  const unfit = heads.find(({ sequence, hash }) => entries[sequence - 1]?.hash !== hash);
  return {
    schema,
    institutionId,
    entries: entries.length,
    brokenAt: firstBrokenLink(entries) ?? unfit?.sequence ?? null,
  };
}
