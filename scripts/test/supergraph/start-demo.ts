import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import type { Service } from '@everyletter/kit/service';
import { buildViewer, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Role, Viewer } from '@everyletter/kit/viewer';
import { DEMO_ACCOUNTS, DEMO_PARTNER } from '@everyletter/roster/demo/accounts';
import { COMPLAINTS, HOME } from '@everyletter/roster/demo/people';
import { copyColleagues } from '../../serve/copy-colleagues.ts';
import { loadServices } from '../../serve/load-services.ts';
import { SERVICES } from '../../serve/services.ts';

/** An untidy ledger of sixty petitions. */
const LEDGER = new URL('../../../services/petitions/demo/ledger-2026.csv', import.meta.url);
/** Within which the ledger is read. Milliseconds. */
const READING_MS = 20_000;

export interface RunningDemo {
  /** By subgraph. */
  readonly services: ReadonlyMap<string, Service>;
  stop(): Promise<void>;
}

/** The real services over the demo's present, and one ledger that waits to be applied. At noon on 23 November 2026. */
export async function startDemo(): Promise<RunningDemo> {
  const database = await testDatabase(SERVICES);
  const { ownerUrl } = database;
  try {
    const keys = new InstitutionKeys(randomBytes(32));
    await loadServices({ ownerUrl, keys, today: localDate('2026-11-23'), replay: false });
    await copyColleagues({ ownerUrl, stop: async () => {} });
    const services = new Map<string, Service>();
    for (const definition of SERVICES) {
      const options = { keys, clock: () => new Date('2026-11-23T04:00:00Z'), jobs: definition.name === 'petitions' };
      services.set(definition.name, await database.start(definition, options));
    }
    await handInLedger(services.get('petitions') as Service);
    return { services, stop: () => database.stop() };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function handInLedger(petitions: Service): Promise<void> {
  const viewer = viewerWith('CLERK');
  const body = readFileSync(LEDGER);
  await petitions.files({ method: 'POST', path: 'ledger-imports', fileName: '台账.csv', body }, viewer);
  for (const deadline = Date.now() + READING_MS; Date.now() < deadline; ) {
    const { data } = await petitions.execute({ query: '{ ledgerImports { state } }' }, viewer);
    if (JSON.stringify(data).includes('READY')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The ledger was not read in time');
}

/** A person of the demo's office who holds these roles, signed in as the account of the first of them. */
export function viewerWith(...roles: readonly [Role, ...Role[]]): Viewer {
  const account = DEMO_ACCOUNTS.find(({ role }) => role === roles[0]);
  return buildViewer(HOME, roles, {
    accountId: account?.id,
    staffId: account?.staffId ?? null,
    departmentIds: account?.staffId ? [COMPLAINTS] : [],
    partnerOrganisationId: roles[0] === 'MEDIATOR' ? DEMO_PARTNER : null,
  });
}
