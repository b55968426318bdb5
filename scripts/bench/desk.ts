import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { sessionVariables } from '@everyletter/kit/database';
import { createLog } from '@everyletter/kit/log';
import { prepareJobs } from '@everyletter/kit/queues';
import type { Service, ServiceOptions } from '@everyletter/kit/service';
import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { scopeOf } from '@everyletter/petitions/scope';
import { petitionsService } from '@everyletter/petitions/service';
import pg from 'pg';
import { listByHand } from './desk/by-hand.ts';
import { LIST, NAME, NAMES, PETITION } from './desk/questions.ts';
import { readWhole, statementsOf } from './desk/watched-statements.ts';
import { cpuOf } from './product/cpu.ts';
import { HANDLER, openStore, type Store, TODAY } from './worklist/store.ts';

const SIZE = { small: 10_000, large: Number(process.env.PETITIONS ?? 1_000_000) };
const ROUNDS = 400;
const WARM = 40;

interface Desk {
  readonly store: Store;
  readonly service: Service;
  readonly client: pg.Client;
}

type Ask = (round: number) => Promise<unknown>;

const day = (round: number) =>
  `2021-${String((round % 12) + 1).padStart(2, '0')}-${String((round % 28) + 1).padStart(2, '0')}`;

/** Milliseconds of every round, and the CPU of this process and of every process of the server it cost, per round. */
async function measure(ask: Ask, client: pg.Client): Promise<{ times: number[]; cpuMs: number }> {
  for (let round = 0; round < WARM; round += 1) await ask(round);
  const backends = (await client.query(`select pid from pg_stat_activity where backend_type = 'client backend'`)).rows;
  const seen = new Map<number, number>();
  const cpu = () => {
    for (const { pid } of backends) if (isThere(pid)) seen.set(pid, cpuOf(pid));
    const own = process.cpuUsage();
    return [...seen.values()].reduce((sum, ms) => sum + ms, 0) + (own.user + own.system) / 1000;
  };
  const before = cpu();
  const times: number[] = [];
  for (let round = WARM; round < WARM + ROUNDS; round += 1) {
    const start = performance.now();
    await ask(round);
    times.push(performance.now() - start);
  }
  return { times: times.sort((a, b) => a - b), cpuMs: (cpu() - before) / ROUNDS };
}

/** A connection that was idle for long is closed; what it cost until it was last seen stays counted. */
const isThere = (processId: number) => existsSync(`/proc/${processId}`);

const at = (times: readonly number[], share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);

function answered(
  service: Service,
  viewer: Viewer,
  query: string,
): (variables: Record<string, unknown>) => Promise<unknown> {
  return async (variables) => {
    const answer = await service.execute({ query, variables }, viewer);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return JSON.stringify(answer.data);
  };
}

/** Median, p99, statements and whether any reads a table whole. */
async function report(name: string, ask: Ask, viewer: Viewer, { client }: Desk): Promise<number> {
  const { times, cpuMs } = await measure(ask, client);
  const statements = await statementsOf(() => ask(0));
  const variables = sessionVariables(viewer, scopeOf(viewer));
  const whole: string[] = [];
  for (const statement of statements) whole.push(...(await readWhole(client, statement, variables)));
  console.log(
    `${name.padEnd(16)} median ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms, CPU ${cpuMs.toFixed(1)} ms, ` +
      `${statements.length} statements, read whole: ${whole.length > 0 ? [...new Set(whole)].join(', ') : 'none'}`,
  );
  return cpuMs;
}

async function petitionsOfDemo({ client }: Desk): Promise<{ institutionId: string; ids: string[] }> {
  const { rows } = await client.query(
    `select p.institution_id, p.id from petitions.petition p join petitions.reply r on r.petition_id = p.id
     order by p.received_on desc limit 200`,
  );
  return { institutionId: rows[0].institution_id, ids: rows.map(({ id }) => id) };
}

async function main(): Promise<void> {
  const store = await openStore(SIZE);
  const client = new pg.Client(store.ownerUrl);
  const asRole = new pg.Client(store.databaseUrl);
  await Promise.all([client.connect(), asRole.connect()]);
  await prepareJobs(store.ownerUrl, [petitionsService]);
  const service = await petitionsService.start(optionsOf(store));
  const desk = { store, service, client: asRole };
  const leader = buildViewer(store.large, ['LEADER'], { staffId: HANDLER });
  const list = answered(service, leader, LIST);
  const search = answered(service, leader, NAME);
  console.log(`${SIZE.large} petitions of one institution, ${ROUNDS} requests one after another`);
  const ours = await report('worklist page', (round) => list({ until: day(round) }), leader, desk);
  await report('name search', (round) => search({ search: NAMES[round % NAMES.length] }), leader, desk);
  const { institutionId, ids } = await petitionsOfDemo({ ...desk, client });
  const own = buildViewer(institutionId, ['LEADER'], { staffId: HANDLER });
  const page = answered(service, own, PETITION);
  await report('petition page', (round) => page({ id: ids[round % ids.length] }), own, desk);
  const variables = sessionVariables(leader, 'INSTITUTION');
  const hand = (round: number) =>
    listByHand(asRole, { today: TODAY, institutionId: store.large, until: day(round) }, variables);
  const { times, cpuMs } = await measure(hand, client);
  console.log(`list by hand     median ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms, CPU ${cpuMs.toFixed(1)} ms`);
  console.log(`worklist page ÷ by hand, CPU: ${(ours / cpuMs).toFixed(2)}`);
  await service.stop();
  await Promise.all([client.end(), asRole.end()]);
  await store.stop();
}

function optionsOf({ databaseUrl, keys }: Store): ServiceOptions {
  return {
    databaseUrl,
    keys,
    jobs: false,
    clock: () => new Date(`${TODAY}T04:00:00Z`),
    log: createLog('bench', 'silent'),
  };
}

await main();
process.exit(0);
