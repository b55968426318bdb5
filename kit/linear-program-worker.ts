import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { SolverMessage, SolverOrder } from './linear-program.ts';

/** Solves one program in a thread of its own and ends: the solver blocks whoever calls it. */
const order = workerData as SolverOrder;
const cancelled = new Int32Array(order.cancel);
const tell = (message: SolverMessage): void => parentPort?.postMessage(message);

const highs = await loadHighs();
const { mipImprovingSolution, mipLogging, mipInterrupt } = highs.constants.callbackType;
const model = highs.createModel({
  numCols: order.costs.length,
  numRows: order.rowLowers.length,
  colCost: order.costs,
  colLower: order.lowers,
  colUpper: order.uppers,
  rowLower: order.rowLowers,
  rowUpper: order.rowUppers,
  integrality: order.integrality,
  matrix: {
    format: 'csr',
    starts: order.starts,
    indices: order.columns,
    values: order.values,
    numRows: order.rowLowers.length,
    numCols: order.costs.length,
  },
});
let best: Float64Array | null = null;
const before = process.threadCpuUsage();
try {
  model.options.set({
    output_flag: false,
    random_seed: order.seed,
    time_limit: order.timeLimitSeconds,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
  });
  if (order.start) model.setSolution({ colValue: order.start });
  model.run({
    [mipImprovingSolution](event) {
      best = event.data.mip_solution ?? best;
      progress(event.data);
    },
    [mipLogging](event) {
      progress(event.data);
    },
    [mipInterrupt](event) {
      if (Atomics.load(cancelled, 0) === 1) event.interrupt();
    },
  });
  const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
  const found = isOptimal ? Float64Array.from(model.getSolution().colValue) : best;
  const { user, system } = process.threadCpuUsage(before);
  tell({
    kind: 'DONE',
    isOptimal,
    values: found,
    bound: Number(model.info.get('mip_dual_bound')),
    cpuSeconds: (user + system) / 1e6,
    isCancelled: Atomics.load(cancelled, 0) === 1,
  });
} finally {
  model.dispose();
}

function progress({ mip_primal_bound: value, mip_dual_bound: bound }: Readonly<Record<string, unknown>>): undefined {
  tell({ kind: 'PROGRESS', value: finite(value), bound: finite(bound) });
}

function finite(number: unknown): number | null {
  return typeof number === 'number' && Math.abs(number) < 1e20 ? number : null;
}
