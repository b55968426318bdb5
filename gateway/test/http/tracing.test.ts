import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../src/http/metrics.ts';
import { inSpan, watched } from '../../src/http/tracing.ts';

const exporter = new InMemorySpanExporter();
const idle = new AbortController().signal;

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
});
afterAll(() => {
  trace.disable();
  context.disable();
});
beforeEach(() => exporter.reset());

test('a fetch is a child of the operation that needs it, and is counted', async () => {
  const metrics = createMetrics();
  const transport = watched(async () => ({ data: {} }), metrics);
  await inSpan('graphql operation', { 'graphql.operation.name': 'Page' }, () =>
    transport('roster', { query: '{ me { id } }' }, {}, idle),
  );
  const [fetch, operation] = exporter.getFinishedSpans();
  expect(fetch?.attributes).toEqual({ 'everyletter.subgraph': 'roster' });
  expect(fetch?.parentSpanContext?.spanId).toBe(operation?.spanContext().spanId);
  expect(await metrics.registry.metrics()).toContain(
    'everyletter_subgraph_fetch_seconds_count{subgraph="roster",outcome="ok"} 1',
  );
});

test('a subgraph that is away is told as such', async () => {
  const metrics = createMetrics();
  const transport = watched(async () => Promise.reject(new Error('ECONNREFUSED')), metrics);
  await expect(transport('roster', { query: '{ me { id } }' }, {}, idle)).rejects.toThrow();
  expect(exporter.getFinishedSpans()[0]?.status.code).toBe(SpanStatusCode.ERROR);
  expect(await metrics.registry.metrics()).toContain('outcome="unavailable"} 1');
});
