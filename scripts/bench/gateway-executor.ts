import { fork } from 'node:child_process';
import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { createExecutor } from '@everyletter/gateway/executor/executor';
import { createHttpTransport } from '@everyletter/gateway/executor/transports/http';
import { handWrittenFanOut } from './executor/fan-out.ts';
import { SHAPES, type Shape } from './executor/shapes.ts';

const ROUNDS = 6;
const REQUESTS = 400;
const AT_ONCE = 8;

interface Serving {
  readonly supergraphSdl: string;
  readonly urls: Readonly<Record<string, string>>;
}

type Run = (variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** CPU of this process per request, in microseconds; subgraphs run in a process of their own. */
async function cpuPerRequest(run: Run, shape: Shape): Promise<number> {
  let next = 0;
  const before = process.cpuUsage();
  const worker = async () => {
    while (next < REQUESTS) {
      const answer = await run(shape.variables(next++));
      JSON.stringify(answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / REQUESTS;
}

/** Both ways take turns, so that neither profits from a quiet machine; the middle round counts. */
async function compare(shape: Shape, ours: Run, byHand: Run): Promise<{ ours: number; byHand: number }> {
  const times = { ours: [] as number[], byHand: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.byHand.push(await cpuPerRequest(byHand, shape));
    times.ours.push(await cpuPerRequest(ours, shape));
  }
  return { ours: middle(times.ours), byHand: middle(times.byHand) };
}

/** Without the first third, in which code is still being compiled. */
function middle(times: readonly number[]): number {
  const warm = times.slice(ROUNDS / 3).sort((a, b) => a - b);
  return warm[Math.floor(warm.length / 2)] as number;
}

async function main(): Promise<void> {
  const child = fork(new URL('../../gateway/test/executor/serve-reception.ts', import.meta.url));
  const [{ supergraphSdl, urls }] = (await once(child, 'message')) as [Serving];
  const transport = createHttpTransport({ urls, timeoutMs: 5000, headers: async () => ({}) });
  const executor = createExecutor({ supergraphSdl, transport: transport.send, isPublicCode: () => false });
  const { signal } = new AbortController();
  const fanOut = handWrittenFanOut(async (subgraph, query, variables) => {
    const { data } = await transport.send(subgraph, { query, variables }, {}, signal);
    return data;
  });
  for (const shape of SHAPES) {
    const ours: Run = async (variables) =>
      (await executor.execute({ document: shape.document, variables, introspection: false }, {}, signal)).data;
    const byHand = fanOut[shape.name] as Run;
    const sample = shape.variables(1);
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(await ours(sample))), await byHand(sample))) {
      throw new Error(`${shape.name}: the two ways answer differently`);
    }
    const cpu = await compare(shape, ours, byHand);
    const ratio = (cpu.ours / cpu.byHand).toFixed(2);
    console.log(
      `${shape.name.padEnd(5)} ${ratio}  (executor ${cpu.ours.toFixed(0)} µs, by hand ${cpu.byHand.toFixed(0)} µs)`,
    );
  }
  await transport.close();
  child.disconnect();
}

await main();
