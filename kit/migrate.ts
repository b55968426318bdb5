import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { ServiceDefinition } from './service.ts';

/** Name of the login role a service works under: owns nothing, bypasses nothing. */
export function roleOf(service: string): string {
  return `el_${service}`;
}

export interface MigrateOptions {
  /** As the owner: may create schemas and roles. */
  readonly ownerUrl: string;
  /** The password each service's role is given. */
  readonly passwordOf: (role: string) => string;
}

/** Brings one service's schema, role and tables up to date. Running it again changes nothing. */
export async function migrateService(
  service: Pick<ServiceDefinition, 'name' | 'migrations'>,
  options: MigrateOptions,
): Promise<void> {
  await ensureRole(service.name, options);
  const orm = await MikroORM.init({
    clientUrl: options.ownerUrl,
    schema: service.name,
    entities: [],
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    migrations: {
      migrationsList: service.migrations.map(({ name, class: migration }) => ({ name, class: migration as never })),
      tableName: `${service.name}_migrations`,
      snapshot: false,
      silent: true,
    },
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}

async function ensureRole(service: string, { ownerUrl, passwordOf }: MigrateOptions): Promise<void> {
  const role = roleOf(service);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('everyletter roles'))`);
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!rowCount) await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`);
    await client.query(`alter role ${role} password ${client.escapeLiteral(passwordOf(role))}`);
    await client.query(`create schema if not exists ${service}`);
    await client.query(`grant usage on schema ${service} to ${role}`);
    // Disks have no arms any more, no statement is long enough to be worth compiling, and a report fits in memory.
    await client.query(`alter role ${role} set random_page_cost = 1.1`);
    await client.query(`alter role ${role} set jit = off`);
    await client.query(`alter role ${role} set work_mem = '16MB'`);
  } finally {
    await client.end();
  }
}

/** The same database under another login. */
export function urlAs(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
