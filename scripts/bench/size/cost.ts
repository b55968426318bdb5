import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from '../../serve/one-at-a-time.ts';
import { cpuOfAll } from '../product/cpu.ts';

/** What one asking costs: milliseconds of it, of the CPU of this process and of PostgreSQL, and pages looked at. */
export interface Cost {
  readonly ms: number;
  readonly cpuMs: number;
  readonly buffers: number;
}

/** A backend tells its counts at the end of a transaction, but not twice within this time. */
const STATS_PAUSE_MS = 1100;

/** Costs at one server, read beside those who work there. */
export class CostMeter {
  private constructor(
    private readonly client: pg.Client,
    private readonly role: string,
  ) {}

  static async open(ownerUrl: string, role: string): Promise<CostMeter> {
    const client = new pg.Client(ownerUrl);
    await client.connect();
    return new CostMeter(client, role);
  }

  /** The middle time and the mean costs of so many askings, warm; nothing else may work at this server meanwhile. */
  async of(ask: () => Promise<unknown>, rounds: number): Promise<Cost> {
    for (let round = 0; round < 5; round += 1) await ask();
    await setTimeout(STATS_PAUSE_MS);
    await ask();
    const backends = await this.backends();
    const before = await this.read(backends);
    const times: number[] = [];
    for (let round = 1; round < rounds; round += 1) times.push(await timed(ask));
    await setTimeout(STATS_PAUSE_MS);
    times.push(await timed(ask));
    const after = await this.read(backends);
    return {
      ms: quantile(times, 0.5),
      cpuMs: (after.cpuMs - before.cpuMs) / rounds,
      buffers: (after.buffers - before.buffers) / rounds,
    };
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Those at work when the measuring begins: a pool may let others come and go. */
  private async backends(): Promise<number[]> {
    const { rows } = await this.client.query<{ pid: number }>('select pid from pg_stat_activity where usename = $1', [
      this.role,
    ]);
    return rows.map(({ pid }) => pid);
  }

  private async read(backends: readonly number[]): Promise<Omit<Cost, 'ms'>> {
    const own = process.cpuUsage();
    const counted = await this.client.query<{ buffers: string }>(
      `select sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0)
         + coalesce(toast_blks_hit, 0) + coalesce(toast_blks_read, 0)) as buffers from pg_statio_user_tables`,
    );
    const cpuMs = (own.user + own.system) / 1000 + cpuOfAll(backends.filter(isAlive));
    return { cpuMs, buffers: Number(counted.rows[0]?.buffers) };
  }
}

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
