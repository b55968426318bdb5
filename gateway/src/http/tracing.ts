import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Transport } from '../executor/subgraph-call.ts';
import type { Metrics } from './metrics.ts';

const SCOPE = 'everyletter.gateway';

/**
 * Runs `work` inside a span. Without an OpenTelemetry SDK this costs a function call; operators load theirs before the
 * product (`NODE_OPTIONS=--import ./telemetry.mjs`). Attributes hold names from our code, never what people sent.
 */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return trace.getTracer(SCOPE).startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The same transport, each fetch timed by subgraph and in a span of its own. */
export function watched<Context>(transport: Transport<Context>, { fetches }: Metrics): Transport<Context> {
  return async (subgraph, request, context, signal) => {
    const stop = fetches.startTimer({ subgraph });
    try {
      const answer = await inSpan('subgraph fetch', { 'everyletter.subgraph': subgraph }, () =>
        transport(subgraph, request, context, signal),
      );
      stop({ outcome: answer.errors ? 'errors' : 'ok' });
      return answer;
    } catch (error) {
      stop({ outcome: 'unavailable' });
      throw error;
    }
  };
}
