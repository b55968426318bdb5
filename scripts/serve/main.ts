import { ConfigError } from '@everyletter/kit/config';
import { Jobs } from '@everyletter/kit/jobs';
import { createLog } from '@everyletter/kit/log';
import { keepHeads } from '../audit/keep-heads.ts';
import { openAnnouncements } from './announcements.ts';
import { copyColleagues } from './copy-colleagues.ts';
import { openServer } from './database.ts';
import { headsFileMustBeWritable } from './heads-file.ts';
import { inProcess } from './in-process.ts';
import { loadDemo } from './load-demo.ts';
import { claimFolder } from './one-at-a-time.ts';
import { portMustBeFree } from './port.ts';
import { step } from './progress.ts';
import { loadSecrets } from './secrets.ts';
import { readSettings, type Settings } from './settings.ts';
import { Shutdown } from './shutdown.ts';
import { inProcesses } from './split.ts';
import { openIdentity, startGateway } from './start-gateway.ts';
import { migrateAll } from './start-services.ts';

/** Everything on one port: in one process, or with `--split` the gateway here and each subgraph in its own. */
async function serve(settings: Settings, shutdown: Shutdown): Promise<void> {
  await portMustBeFree(settings.port);
  shutdown.add(await claimFolder(settings.dataDir));
  await headsFileMustBeWritable(settings.auditHeadsFile);
  const secrets = await loadSecrets(settings.dataDir);
  const database = await step('PostgreSQL', () => openServer(settings, secrets));
  shutdown.add(() => database.stop());
  await step('migrations', () => migrateAll(database, secrets));
  const identity = openIdentity(database, secrets, settings);
  shutdown.add(() => identity.pool.end());
  const key = settings.demo ? await loadDemo({ database, secrets, identityPool: identity.pool }) : null;
  await copyColleagues(database);
  const heads = keepHeads({
    ownerUrl: database.ownerUrl,
    file: settings.auditHeadsFile,
    key: secrets.auditPrivateKey,
    onError: (error) => createLog('audit', settings.logLevel).error({ stack: (error as Error).stack }, 'INTERNAL'),
  });
  shutdown.add(() => heads.stop());
  const supervisor = await Jobs.open(database.ownerUrl, createLog('jobs', settings.logLevel), { supervise: true });
  shutdown.add(() => supervisor.stop());
  const startSubgraphs = process.argv.includes('--split') ? inProcesses : inProcess;
  const subgraphs = await step('subgraphs', () => startSubgraphs(database, secrets, settings));
  shutdown.add(() => subgraphs.stop());
  const announcements = await openAnnouncements(database, secrets, settings);
  shutdown.add(() => announcements.close());
  const gateway = await startGateway(subgraphs, identity, { settings, secrets, announcements: announcements.source });
  shutdown.add(() => gateway.close());
  await gateway.listen(settings.port);
  if (key) console.log(`  reporter's demo key, shown only now: ${key}`);
  console.log(`EveryLetter ready at ${settings.publicUrl}`);
}

const shutdown = new Shutdown();
shutdown.onSignals();
try {
  await serve(readSettings(process.env), shutdown);
} catch (error) {
  console.error(error instanceof ConfigError ? `\n${error.message}` : error);
  await shutdown.run(1);
}
