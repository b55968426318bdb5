import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What is measured, and the commands that do it; every figure is a ratio against a baseline of the same run. */
const MEASUREMENTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  /** Our executor ÷ a fan-out written by hand, over subgraphs that cost nothing. */
  executor: [['node', '--import', '@oxc-node/core/register', here('bench/gateway-executor.ts')]],
  /** Statements of the worklist and the report at a million petitions ÷ ten thousand; minutes. */
  worklist: [['node', '--import', '@oxc-node/core/register', here('bench/worklist.ts')]],
  /** The list, a search for a name and a petition’s page at a million, the list ÷ one statement by hand; minutes. */
  desk: [['node', '--import', '@oxc-node/core/register', here('bench/desk.ts')]],
  /** Our coverage plans beside simple ones, sick calls, and figures of a province’s year ÷ by hand; minutes. */
  coverage: [['node', '--import', '@oxc-node/core/register', here('bench/coverage.ts')]],
  /** Leaders’ rotas ÷ a fixed order, sick calls, and 1,600 bookings at once; minutes. */
  rota: [['node', '--import', '@oxc-node/core/register', here('bench/rota.ts')]],
  /** Pages, searches and reports of a nation of a million petitions ÷ a hundred thousand, intake beside reports; half an hour. */
  size: [['node', '--import', '@oxc-node/core/register', here('bench/size.ts')]],
  /** The same over the real product, and one process ÷ five. */
  product: [
    ['rolldown', '--config', here('build/bench.config.ts'), '--log-level', 'warn'],
    ['node', here('dist-bench/product-cost.mjs')],
  ],
};

/** Names, and behind them options for what they run: `size --petitions 10000000`. */
function main(given: readonly string[]): void {
  const cut = given.findIndex((word) => word.startsWith('--'));
  const [names, rest] = cut < 0 ? [given, []] : [given.slice(0, cut), given.slice(cut)];
  for (const name of names.length > 0 ? names : Object.keys(MEASUREMENTS)) {
    const commands = MEASUREMENTS[name];
    if (!commands) {
      console.error(`"${name}" is not measured; there are: ${Object.keys(MEASUREMENTS).join(', ')}`);
      process.exit(2);
    }
    console.log(`== ${name}`);
    for (const [program = '', ...options] of commands) {
      const { status } = spawnSync(program, [...options, ...rest], { stdio: 'inherit' });
      if (status !== 0) process.exit(status ?? 1);
    }
  }
}

main(process.argv.slice(2));
