import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createHttpTransport } from '@everyletter/gateway/executor/transports/http';
import { Refusal } from '@everyletter/gateway/http/refusal';
import { NotFound } from '@everyletter/kit/errors';
import { roleOf, urlAs } from '@everyletter/kit/migrate';
import type { ServiceDefinition } from '@everyletter/kit/service';
import { FILE_NAME_HEADER } from '@everyletter/kit/subgraph-server';
import { signViewerToken, VIEWER_HEADER, type Viewer } from '@everyletter/kit/viewer';
import type { Database } from './database.ts';
import type { Secrets } from './secrets.ts';
import { SERVICES } from './services.ts';
import type { Settings } from './settings.ts';
import type { SubgraphStart } from './subgraph-process.ts';
import { SUBGRAPH_TIMEOUT_MS, type Subgraphs } from './subgraphs.ts';

const PROGRAM = fileURLToPath(new URL('./subgraph.mjs', import.meta.url));

interface Child {
  readonly process: ChildProcess;
  readonly origin: string;
}

/** Every service in a process of its own; this process keeps the private key and becomes the gateway. */
export async function inProcesses(database: Database, secrets: Secrets, settings: Settings): Promise<Subgraphs> {
  const started = SERVICES.map(
    async (service) => [service.name, await startChild(service, { database, secrets, settings })] as const,
  );
  const children = new Map(await Promise.all(started));
  const sign = (subgraph: string, body: string | Uint8Array, viewer: Viewer) =>
    signViewerToken(viewer, subgraph, body, secrets.viewerPrivateKey);
  const transport = createHttpTransport<Viewer>({
    urls: Object.fromEntries([...children].map(([name, { origin }]) => [name, `${origin}/graphql`])),
    timeoutMs: SUBGRAPH_TIMEOUT_MS,
    headers: async (subgraph, body, viewer) => ({ [VIEWER_HEADER]: await sign(subgraph, body, viewer) }),
  });
  return {
    processIds: [...children.values()].flatMap(({ process: child }) => child.pid ?? []),
    transport: transport.send,
    files: (subgraph, request, viewer) => {
      const child = children.get(subgraph);
      if (!child) throw new NotFound('FILE_NOT_FOUND');
      return carryFile(child.origin, request, (body) => sign(subgraph, body, viewer));
    },
    ready: async () => (await Promise.all([...children.values()].map(isReady))).every(Boolean),
    async stop() {
      await transport.close();
      await Promise.all([...children.values()].map(stopChild));
    },
  };
}

interface Parts {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly settings: Settings;
}

/** Tells the child what it needs over their own channel, so that nothing secret stands in its environment. */
function startChild(
  { name, keepsOutsideSecrets }: ServiceDefinition,
  { database, secrets, settings }: Parts,
): Promise<Child> {
  const role = roleOf(name);
  const start: SubgraphStart = {
    name,
    databaseUrl: urlAs(database.ownerUrl, role, secrets.passwordOf(role)),
    masterKey: secrets.masterKey.toString('base64'),
    ...(keepsOutsideSecrets && { outsideMasterKey: secrets.outsideMasterKey.toString('base64') }),
    viewerPublicKey: secrets.viewerPublicKey.export({ type: 'spki', format: 'pem' }).toString(),
    logLevel: settings.logLevel,
    scanCommand: settings.scanCommand,
    mail: settings.mail,
    publicUrl: settings.publicUrl,
  };
  return new Promise((resolve, reject) => {
    const child = fork(PROGRAM, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('exit', (code) => reject(new Error(`The subgraph ${name} stopped with ${code}`)));
    child.once('message', (port) => resolve({ process: child, origin: `http://127.0.0.1:${port}` }));
    child.send(start);
  });
}

async function carryFile(
  origin: string,
  { method, path, fileName, body = Buffer.alloc(0) }: Parameters<Subgraphs['files']>[1],
  sign: (body: Buffer) => Promise<string>,
): ReturnType<Subgraphs['files']> {
  const headers = {
    [VIEWER_HEADER]: await sign(body),
    ...(fileName === undefined ? {} : { [FILE_NAME_HEADER]: encodeURIComponent(fileName) }),
  };
  const url = `${origin}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
  const sent = { method, headers, body: method === 'POST' ? new Uint8Array(body) : undefined };
  const answer = await fetch(url, sent).catch(() => {
    throw new Refusal(503, 'SUBGRAPH_UNAVAILABLE');
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}

function isReady({ origin }: Child): Promise<boolean> {
  return fetch(`${origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Also one that was killed is gone, and would never tell again. */
function stopChild({ process: child }: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
