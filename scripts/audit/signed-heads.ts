import { type KeyObject, sign, verify } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';

/** The end of one chain at one moment, kept outside the database so that a cut-off tail is noticed. */
export interface Head {
  readonly schema: string;
  readonly institutionId: string;
  readonly sequence: number;
  readonly hash: string;
  /** ISO instant. */
  readonly at: string;
}

/** One line of the file. */
interface SignedHead extends Head {
  /** Ed25519 over the other members, base64. */
  readonly signature: string;
}

/** Schemas with an audit of their own. */
export async function auditedSchemas(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ schema: string }>(
    `select table_schema as schema from information_schema.tables where table_name = 'audit_entry' order by 1`,
  );
  return rows.map(({ schema }) => schema);
}

/** @throws the reason of the file system when heads could not be kept there; leaves an empty file where there was none */
export async function prepareHeads(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await appendFile(file, '', { mode: 0o600 });
}

/** Appends the head of every chain that has grown since; nothing when none has. Returns how many were written. */
export async function writeHeads(
  client: pg.ClientBase,
  file: string,
  { key, at }: { readonly key: KeyObject; readonly at: Date },
): Promise<number> {
  const known = new Map((await readHeads(file)).map((head) => [chainOf(head), head.sequence]));
  const heads = (await currentHeads(client, at)).filter((head) => (known.get(chainOf(head)) ?? 0) < head.sequence);
  if (heads.length === 0) return 0;
  await prepareHeads(file);
  await appendFile(file, heads.map((head) => `${JSON.stringify(signed(head, key))}\n`).join(''), { mode: 0o600 });
  return heads.length;
}

/** @throws Error for a line that is not what the key signed */
export async function verifiedHeads(file: string, publicKey: KeyObject): Promise<Head[]> {
  const heads = await readHeads(file);
  for (const [at, { signature, ...head }] of heads.entries()) {
    if (!verify(null, bytesOf(head), publicKey, Buffer.from(signature, 'base64'))) {
      throw new Error(`${path.basename(file)}: line ${at + 1} was not signed by this installation`);
    }
  }
  return heads;
}

async function readHeads(file: string): Promise<SignedHead[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SignedHead);
}

async function currentHeads(client: pg.ClientBase, at: Date): Promise<Head[]> {
  const heads: Head[] = [];
  for (const schema of await auditedSchemas(client)) {
    const { rows } = await client.query<{ institution_id: string; sequence: string; hash: string }>(
      `select distinct on (institution_id) institution_id, sequence, hash from ${schema}.audit_entry
       order by institution_id, sequence desc`,
    );
    for (const { institution_id: institutionId, sequence, hash } of rows) {
      heads.push({ schema, institutionId, sequence: Number(sequence), hash, at: at.toISOString() });
    }
  }
  return heads;
}

function signed(head: Head, key: KeyObject): SignedHead {
  return { ...head, signature: sign(null, bytesOf(head), key).toString('base64') };
}

function bytesOf({ schema, institutionId, sequence, hash, at }: Head): Buffer {
  return Buffer.from([schema, institutionId, sequence, hash, at].join('|'));
}

function chainOf({ schema, institutionId }: Pick<Head, 'schema' | 'institutionId'>): string {
  return `${schema}/${institutionId}`;
}
