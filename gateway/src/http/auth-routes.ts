import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Guessing } from '../identity/guessing.ts';
import { SignInAudit } from '../identity/sign-in-audit.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Identify } from './identify.ts';
import { Refusal } from './refusal.ts';

const BODY_LIMIT = 16 * 1024;

/** `/auth/*`: the accounts library behind our guard against guessing, and what the application asks at its start. */
export function authRoutes(server: FastifyInstance, options: GatewayOptions, identify: Identify): void {
  const { auth, identityPool, demoAccounts, clock, publicUrl } = options;
  const guessing = new Guessing(identityPool);
  const audit = new SignInAudit(identityPool);

  server.get('/auth/profile', async (request) => {
    const { displayName, roles, institutionId } = await identify(request);
    return { displayName, roles, institutionId, demo: demoAccounts.length > 0 };
  });

  server.get('/auth/demo-accounts', () => demoAccounts);

  server.post('/auth/sign-in/email', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const email = String((request.body as { email?: unknown } | null)?.email ?? '');
    if (!(await guessing.mayTry(email, clock()))) throw new Refusal(401, 'SIGN_IN_REFUSED');
    const response = await auth.handler(toWebRequest(request, publicUrl));
    if (!response.ok) {
      await guessing.failed(email, clock());
      await audit.byAddress('SIGN_IN_REFUSED', email, clock());
      throw new Refusal(401, 'SIGN_IN_REFUSED');
    }
    await guessing.succeeded(email);
    const { user } = (await response.clone().json()) as { user?: { id: string } };
    if (user) await audit.byAccount('SIGN_IN', user.id, clock());
    return sendWebResponse(reply, response);
  });

  server.post('/auth/two-factor/verify-totp', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const response = await auth.handler(toWebRequest(request, publicUrl));
    if (!response.ok) throw new Refusal(401, 'SECOND_FACTOR_REFUSED');
    const { user } = (await response.clone().json()) as { user?: { id: string } };
    if (user) await audit.byAccount('SIGN_IN', user.id, clock());
    return sendWebResponse(reply, response);
  });

  server.post('/auth/sign-out', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const viewer = await identify(request).catch(() => null);
    if (viewer) await audit.byAccount('SIGN_OUT', viewer.accountId, clock());
    return sendWebResponse(reply, await auth.handler(toWebRequest(request, publicUrl)));
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
