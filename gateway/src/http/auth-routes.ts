import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Guessing } from '../identity/guessing.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Identify } from './identify.ts';
import { Refusal } from './refusal.ts';

const BODY_LIMIT = 16 * 1024;

/** `/auth/*`: the accounts library behind our guard against guessing, and what the application asks at its start. */
export function authRoutes(server: FastifyInstance, options: GatewayOptions, identify: Identify): void {
  const { auth, identityPool, demoAccounts, clock, publicUrl } = options;
  const guessing = new Guessing(identityPool);

  server.get('/auth/profile', async (request) => {
    const { displayName, roles, institutionId } = await identify(request);
    return { displayName, roles, institutionId, demo: demoAccounts.length > 0 };
  });

  server.get('/auth/demo-accounts', () => demoAccounts);

  server.post('/auth/sign-in/email', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const email = String((request.body as { email?: unknown } | null)?.email ?? '');
    if (!(await guessing.mayTry(email, clock()))) throw new Refusal(401, 'SIGN_IN_REFUSED');
    const response = await auth.handler(toWebRequest(request, publicUrl));
    if (response.ok) await guessing.succeeded(email);
    else {
      await guessing.failed(email, clock());
      throw new Refusal(401, 'SIGN_IN_REFUSED');
    }
    return sendWebResponse(reply, response);
  });

  server.all('/auth/*', { bodyLimit: BODY_LIMIT }, async (request, reply) =>
    sendWebResponse(reply, await auth.handler(toWebRequest(request, publicUrl))),
  );
}

function toWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length') headers.set(name, String(value));
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== undefined;
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers,
    body: hasBody ? JSON.stringify(request.body) : undefined,
  });
}

async function sendWebResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.code(response.status).send(Buffer.from(await response.arrayBuffer()));
}
