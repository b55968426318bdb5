import { openServer } from './database.ts';
import { step } from './progress.ts';
import { loadSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';
import { migrateAll, startServices } from './start-services.ts';

const settings = readSettings(process.env);
const secrets = await loadSecrets(settings.dataDir);
const database = await step('PostgreSQL', () => openServer(settings, secrets));
await step('migrations', () => migrateAll(database, secrets));
const services = await step('services', () => startServices(database, secrets, settings));
for (const service of services.values()) await service.stop();
await database.stop();
