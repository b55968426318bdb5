import { Worker } from 'node:worker_threads';

/** A mixed-integer linear program, to be minimised. Rows are `lower ≤ Σ values·columns ≤ upper`. */
export interface LinearProgram {
  readonly costs: readonly number[];
  readonly lowers: readonly number[];
  readonly uppers: readonly number[];
  readonly isInteger: readonly boolean[];
  readonly rows: readonly {
    readonly lower: number;
    readonly upper: number;
    readonly columns: readonly number[];
    readonly values: readonly number[];
  }[];
}

/** What the solver's thread is given. Rows lie one after another: row `r` from `starts[r]` to `starts[r + 1]`. */
export interface SolverOrder {
  readonly costs: Float64Array;
  readonly lowers: Float64Array;
  readonly uppers: Float64Array;
  readonly integrality: Int32Array;
  readonly rowLowers: Float64Array;
  readonly rowUppers: Float64Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly seed: number;
  readonly timeLimitSeconds: number;
  readonly start: Float64Array | null;
  /** One 32-bit number; 1 asks the solver to end with what it has. */
  readonly cancel: SharedArrayBuffer;
}

export interface SolverProgress {
  /** Of the best solution so far, and the least that any could cost; null before there is one. */
  readonly value: number | null;
  readonly bound: number | null;
}

export type SolverMessage = ({ readonly kind: 'PROGRESS' } & SolverProgress) | ({ readonly kind: 'DONE' } & SolverEnd);

export interface SolverEnd {
  readonly isOptimal: boolean;
  /** Of the columns; null when it ended before it found any. */
  readonly values: Float64Array | null;
  readonly bound: number;
  readonly cpuSeconds: number;
  readonly isCancelled: boolean;
}

export interface SolveOptions {
  readonly seed: number;
  /** A guard, not a budget: a solution that needs it is not the same on every machine. */
  readonly timeLimitSeconds: number;
  /** Values of the columns to begin with; what it ends with is no worse. */
  readonly start?: Float64Array;
  /** Ends the solving; what was found is kept. */
  readonly signal?: AbortSignal;
  onProgress?(progress: SolverProgress): void;
}

/** From the source as well as from the bundle, where it lies beside this one. */
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './linear-program-worker.ts' : './linear-program-worker.mjs',
  import.meta.url,
);

/** Minimises a program in a thread of its own, so that nobody waits. @throws Error when the thread dies. */
export function solveProgram(program: LinearProgram, options: SolveOptions): Promise<SolverEnd> {
  const cancel = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const worker = new Worker(PROGRAM, { workerData: orderOf(program, options, cancel), execArgv: [] });
  const stop = () => Atomics.store(new Int32Array(cancel), 0, 1);
  options.signal?.addEventListener('abort', stop, { once: true });
  if (options.signal?.aborted) stop();
  const { promise, resolve, reject } = Promise.withResolvers<SolverEnd>();
  worker.on('message', (message: SolverMessage) => {
    if (message.kind === 'DONE') resolve(message);
    else options.onProgress?.(message);
  });
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`The solver ended with ${code}`)));
  return promise.finally(() => {
    options.signal?.removeEventListener('abort', stop);
    return worker.terminate();
  });
}

function orderOf(program: LinearProgram, options: SolveOptions, cancel: SharedArrayBuffer): SolverOrder {
  const { rows } = program;
  const starts = new Int32Array(rows.length + 1);
  for (const [at, { columns }] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + columns.length;
  return {
    costs: Float64Array.from(program.costs),
    lowers: Float64Array.from(program.lowers),
    uppers: Float64Array.from(program.uppers),
    integrality: Int32Array.from(program.isInteger, Number),
    rowLowers: Float64Array.from(rows, ({ lower }) => lower),
    rowUppers: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    columns: Int32Array.from(rows.flatMap(({ columns }) => columns)),
    values: Float64Array.from(rows.flatMap(({ values }) => values)),
    seed: options.seed,
    timeLimitSeconds: options.timeLimitSeconds,
    start: options.start ?? null,
    cancel,
  };
}
