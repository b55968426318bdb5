import { Pool } from 'undici';
import type { SubgraphResponse, Transport } from '../subgraph-call.ts';

export interface HttpTransportOptions<Context> {
  readonly urls: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Headers for one fetch; may sign the body. */
  readonly headers: (subgraph: string, body: string, context: Context) => Promise<Record<string, string>>;
}

export interface HttpTransport<Context> {
  readonly send: Transport<Context>;
  close(): Promise<void>;
}

/** Keeps connections to each subgraph open. */
export function createHttpTransport<Context>({
  urls,
  timeoutMs,
  headers,
}: HttpTransportOptions<Context>): HttpTransport<Context> {
  const targets = new Map(
    Object.entries(urls).map(([name, text]) => {
      const url = new URL(text);
      const pool = new Pool(url.origin, { connections: 32, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
      return [name, { pool, path: url.pathname }] as const;
    }),
  );
  return {
    async send(subgraph, request, context, signal) {
      const target = targets.get(subgraph);
      if (!target) throw new Error(`No subgraph ${subgraph}`);
      const body = JSON.stringify(request);
      const extra = await headers(subgraph, body, context);
      const { statusCode, body: answer } = await target.pool.request({
        method: 'POST',
        path: target.path,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...extra },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      const response = (await answer.json()) as SubgraphResponse;
      if (statusCode >= 500 || (response.data === undefined && !response.errors)) throw new Error(`HTTP ${statusCode}`);
      return response;
    },
    async close() {
      await Promise.all([...targets.values()].map(({ pool }) => pool.close()));
    },
  };
}
