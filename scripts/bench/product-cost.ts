import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createGateway, type Gateway } from '@everyletter/gateway/http/gateway';
import { watched } from '@everyletter/gateway/http/tracing';
import { TrustedDocuments } from '@everyletter/gateway/operations/trusted-documents';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@everyletter/roster/demo/accounts';
import pg from 'pg';
import { openServer } from '../serve/database.ts';
import { inProcess } from '../serve/in-process.ts';
import { loadDemo } from '../serve/load-demo.ts';
import { loadSecrets } from '../serve/secrets.ts';
import { readSettings } from '../serve/settings.ts';
import { inProcesses } from '../serve/split.ts';
import { gatewayOptions, openIdentity } from '../serve/start-gateway.ts';
import { migrateAll } from '../serve/start-services.ts';
import type { Subgraphs } from '../serve/subgraphs.ts';
import { byHand } from './product/by-hand.ts';
import { cpuOfAll } from './product/cpu.ts';
import type { LoadOrder } from './product/load.ts';
import { type Shape, shapes } from './product/shapes.ts';

const ROUNDS = 5;
const REQUESTS = 300;
const AT_ONCE = 8;
const SAMPLE = 400;
/** Nobody watches while the cost of asking is measured. */
const SILENCE = { subscribe: () => () => {} };
const LOAD = new URL('./load.mjs', import.meta.url);

/** One way of serving: its address, and the processes whose CPU it costs. */
interface Way {
  readonly origin: string;
  readonly processIds: readonly number[];
}

/** Brings the product up in every way that is compared, over one database with the demo in it. */
async function bringUp(dataDir: string) {
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const secrets = await loadSecrets(dataDir);
  const database = await openServer(settings, secrets);
  await migrateAll(database, secrets);
  const identity = openIdentity(database, secrets, settings);
  await loadDemo({ database, secrets, identityPool: identity.pool });
  const measured = shapes(await samplePetitions(database.ownerUrl));
  const documents = new TrustedDocuments(new Map(measured.map(({ name, document }) => [name, document])));
  const split = await inProcesses(database, secrets, settings);
  const together = await inProcess(database, secrets, settings);
  const gateways: Gateway[] = [];
  const serve = async (subgraphs: Subgraphs, handWritten = false): Promise<Way> => {
    const options = {
      ...gatewayOptions(subgraphs, identity, { settings, secrets, announcements: SILENCE }),
      documents,
    };
    const { metrics, executor } = options;
    const transport = metrics ? watched(subgraphs.transport, metrics) : subgraphs.transport;
    const gateway = await createGateway(
      handWritten ? { ...options, executor: byHand(transport, executor.apiSchema) } : options,
    );
    gateways.push(gateway);
    const port = await gateway.listen(0, '127.0.0.1');
    return { origin: `http://127.0.0.1:${port}`, processIds: [process.pid, ...subgraphs.processIds] };
  };
  const ways = { split: await serve(split), byHand: await serve(split, true), together: await serve(together) };
  return {
    measured,
    ways,
    async stop() {
      await Promise.all(gateways.map((gateway) => gateway.close()));
      await Promise.all([split.stop(), together.stop()]);
      await identity.pool.end();
      await database.stop();
    },
  };
}

async function samplePetitions(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>('select id from petitions.petition order by id limit $1', [
    SAMPLE,
  ]);
  await client.end();
  return rows.map(({ id }) => id);
}

async function signIn(origin: string): Promise<string> {
  const email = DEMO_ACCOUNTS.find(({ role }) => role === 'LEADER')?.email;
  const answer = await fetch(`${origin}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:4000' },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Milliseconds per request. */
interface Measured {
  readonly gateway: number;
  readonly all: number;
}

class Load {
  private readonly child: ChildProcess = fork(LOAD);
  private sent = 0;

  constructor(private readonly cookie: string) {}

  /** CPU of the way's gateway, and of all its processes, per request in milliseconds. */
  async measure({ origin, processIds }: Way, shape: Shape): Promise<Measured> {
    const variables = Array.from({ length: REQUESTS }, (_, at) => shape.variables(this.sent + at));
    this.sent += REQUESTS;
    const order: LoadOrder = {
      origin,
      cookie: this.cookie,
      documentId: shape.name,
      operationName: shape.name,
      variables,
      atOnce: AT_ONCE,
    };
    const before = { gateway: process.cpuUsage(), all: cpuOfAll(processIds) };
    this.child.send(order);
    const [answer] = await once(this.child, 'message');
    if (answer.error) throw new Error(`${shape.name}: ${answer.error}`);
    const { user, system } = process.cpuUsage(before.gateway);
    return { gateway: (user + system) / 1000 / REQUESTS, all: (cpuOfAll(processIds) - before.all) / REQUESTS };
  }

  stop(): void {
    this.child.disconnect();
  }
}

async function mustAgree(shape: Shape, ways: readonly Way[], cookie: string): Promise<void> {
  const body = JSON.stringify({ documentId: shape.name, operationName: shape.name, variables: shape.variables(3) });
  const headers = { 'content-type': 'application/json', 'x-everyletter': '1', cookie };
  const answers = await Promise.all(
    ways.map(async ({ origin }) => (await fetch(`${origin}/graphql`, { method: 'POST', headers, body })).json()),
  );
  const [first, ...others] = answers;
  if (!others.every((other) => isDeepStrictEqual(other, first))) {
    throw new Error(
      `${shape.name}: the ways answer differently:\n${answers.map((a) => JSON.stringify(a).slice(0, 1500)).join('\n')}`,
    );
  }
}

/** The middle of the rounds, without the first two, in which code is still being compiled. */
function middle(values: readonly number[]): number {
  const warm = values.slice(2).sort((a, b) => a - b);
  return warm[Math.floor(warm.length / 2)] as number;
}

type Ways = Awaited<ReturnType<typeof bringUp>>['ways'];

interface Cost {
  readonly split: number;
  readonly byHand: number;
  readonly splitAll: number;
  readonly together: number;
}

async function costOf(shape: Shape, ways: Ways, load: Load): Promise<Cost> {
  const rounds = { split: [] as Measured[], byHand: [] as Measured[], together: [] as Measured[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.split.push(await load.measure(ways.split, shape));
    rounds.byHand.push(await load.measure(ways.byHand, shape));
    rounds.together.push(await load.measure(ways.together, shape));
  }
  return {
    split: middle(rounds.split.map(({ gateway }) => gateway)),
    byHand: middle(rounds.byHand.map(({ gateway }) => gateway)),
    splitAll: middle(rounds.split.map(({ all }) => all)),
    together: middle(rounds.together.map(({ all }) => all)),
  };
}

function print(name: string, { split, byHand: hand, splitAll, together }: Cost): void {
  const gateway = `${(split / hand).toFixed(2)} (${split.toFixed(2)} ÷ ${hand.toFixed(2)} ms)`;
  const whole = `${(together / splitAll).toFixed(2)} (${together.toFixed(2)} ÷ ${splitAll.toFixed(2)} ms)`;
  console.log(`${name.padEnd(7)} ${gateway} · ${whole}`);
}

function total(costs: readonly Cost[]): Cost {
  const sum = (part: keyof Cost) => costs.reduce((so, cost) => so + cost[part], 0);
  return { split: sum('split'), byHand: sum('byHand'), splitAll: sum('splitAll'), together: sum('together') };
}

async function compare({ measured, ways }: Awaited<ReturnType<typeof bringUp>>): Promise<void> {
  const cookie = await signIn(ways.split.origin);
  const load = new Load(cookie);
  const costs: Cost[] = [];
  console.log('CPU per request: gateway ÷ fan-out by hand · one process ÷ five processes');
  for (const shape of measured) {
    await mustAgree(shape, Object.values(ways), cookie);
    const cost = await costOf(shape, ways, load);
    costs.push(cost);
    print(shape.name, cost);
  }
  print('all', total(costs));
  load.stop();
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'everyletter-bench-'));
  chmodSync(dataDir, 0o755);
  const product = await bringUp(dataDir);
  try {
    await compare(product);
  } finally {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
process.exit(0);
