import { generateKeyPairSync } from 'node:crypto';
import type { Transport } from '@everyletter/gateway/executor/subgraph-call';
import { createHttpTransport } from '@everyletter/gateway/executor/transports/http';
import { createLog } from '@everyletter/kit/log';
import type { Service } from '@everyletter/kit/service';
import { serveSubgraph } from '@everyletter/kit/subgraph-server';
import { signViewerToken, VIEWER_HEADER, type Viewer, ViewerTokens } from '@everyletter/kit/viewer';
import { SERVICES } from '../../serve/services.ts';

const TIMEOUT_MS = 20_000;

export interface SplitServices {
  readonly transport: Transport<Viewer>;
  close(): Promise<void>;
}

/** The same services behind HTTP, each asked with a signed viewer, as when they are processes of their own. */
export async function serveSplit(services: ReadonlyMap<string, Service>): Promise<SplitServices> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const log = createLog('test', 'silent');
  const started = SERVICES.map(async ({ name, buildSchema }) => {
    const service = services.get(name) as Service;
    const { schema } = buildSchema();
    return [name, await serveSubgraph({ service, schema, tokens: new ViewerTokens(name, publicKey), log })] as const;
  });
  const servers = await Promise.all(started);
  const transport = createHttpTransport<Viewer>({
    urls: Object.fromEntries(servers.map(([name, { port }]) => [name, `http://127.0.0.1:${port}/graphql`])),
    timeoutMs: TIMEOUT_MS,
    headers: async (subgraph, body, viewer) => ({
      [VIEWER_HEADER]: await signViewerToken(viewer, subgraph, body, privateKey),
    }),
  });
  return {
    transport: transport.send,
    async close() {
      await transport.close();
      await Promise.all(servers.map(([, server]) => server.close()));
    },
  };
}
