import { identityMigrations } from '@everyletter/gateway/migrations/list';
import { createLog } from '@everyletter/kit/log';
import { openMailer } from '@everyletter/kit/mail';
import { migrateService, roleOf, urlAs } from '@everyletter/kit/migrate';
import { prepareJobs } from '@everyletter/kit/queues';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import type { Service } from '@everyletter/kit/service';
import type { Database } from './database.ts';
import type { Secrets } from './secrets.ts';
import { SERVICES } from './services.ts';
import type { Settings } from './settings.ts';

/** Migrates every schema, one after another, and makes the queues. */
export async function migrateAll({ ownerUrl }: Database, { passwordOf }: Secrets): Promise<void> {
  for (const service of [...SERVICES, identityMigrations]) await migrateService(service, { ownerUrl, passwordOf });
  await prepareJobs(ownerUrl, SERVICES);
}

/** Starts every service in this process, each as its own database role. */
export async function startServices(
  { ownerUrl }: Database,
  { passwordOf, institutionKeys, outsideMasterKey }: Secrets,
  { logLevel, scanCommand, mail, publicUrl }: Settings,
): Promise<ReadonlyMap<string, Service>> {
  const started = SERVICES.map(async (definition) => {
    const role = roleOf(definition.name);
    const service = await definition.start({
      databaseUrl: urlAs(ownerUrl, role, passwordOf(role)),
      keys: institutionKeys,
      ...(definition.keepsOutsideSecrets && { outsideKeys: new InstitutionKeys(outsideMasterKey) }),
      log: createLog(definition.name, logLevel),
      clock: () => new Date(),
      jobs: true,
      scanCommand,
      mailer: openMailer(mail),
      publicUrl,
    });
    return [definition.name, service] as const;
  });
  return new Map(await Promise.all(started));
}
