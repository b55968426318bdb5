import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What operators watch. Names of operations are those of trusted documents; no label holds what people sent. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    operations: new Histogram({
      name: 'everyletter_operation_seconds',
      help: 'GraphQL operations',
      labelNames: ['operation', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    fetches: new Histogram({
      name: 'everyletter_subgraph_fetch_seconds',
      help: 'Fetches from subgraphs',
      labelNames: ['subgraph', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    refusals: new Counter({
      name: 'everyletter_refusals_total',
      help: 'Requests refused',
      labelNames: ['code'],
      registers,
    }),
    inFlight: new Gauge({ name: 'everyletter_in_flight', help: 'Requests being answered', registers }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
