import type { FastifyInstance } from 'fastify';
import { AccountAudit } from '../identity/account-audit.ts';
import { Guessing } from '../identity/guessing.ts';
import { redeemInvitation } from '../identity/invitations.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Identify } from './identify.ts';
import { ownAccountRoutes } from './own-account-routes.ts';
import { Refusal } from './refusal.ts';
import { sendWebResponse, toWebRequest } from './web-bridge.ts';

const BODY_LIMIT = 16 * 1024;

/**
 * The way through an identity provider. Nothing else of the accounts library is open: with a password alone it would
 * make keys that need no second factor, or change an account behind the roster's back.
 */
const IDENTITY_PROVIDER_DOORS = [
  ['POST', '/auth/sign-in/social'],
  ['GET', '/auth/callback/oidc'],
  ['POST', '/auth/callback/oidc'],
  ['GET', '/auth/error'],
] as const;

const passwordIn = (body: unknown) => String((body as { password?: unknown } | null)?.password ?? '');

/** Signing in and out behind our guard against guessing, and what the application asks at its start. */
export function authRoutes(server: FastifyInstance, options: GatewayOptions, identify: Identify): void {
  const { auth, identityPool, demoAccounts, identityProvider, clock, publicUrl } = options;
  const guessing = new Guessing(identityPool);
  const audit = new AccountAudit(identityPool);

  server.get('/auth/profile', async (request) => {
    const { viewer } = await identify(request);
    const { displayName, roles, institutionId } = viewer;
    return { displayName, roles, institutionId, demo: demoAccounts.length > 0 };
  });

  server.get('/auth/demo-accounts', () => demoAccounts);
  server.get('/auth/ways', () => ({ identityProvider }));

  server.post('/auth/sign-in/email', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const email = String((request.body as { email?: unknown } | null)?.email ?? '');
    if (!(await guessing.mayTry(email, clock()))) throw new Refusal(401, 'SIGN_IN_REFUSED');
    await redeemInvitation(identityPool, { email, code: passwordIn(request.body), now: clock() });
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

  server.post('/auth/sign-out', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const caller = await identify(request).catch(() => null);
    if (caller) await audit.byAccount('SIGN_OUT', caller.viewer.accountId, clock());
    return sendWebResponse(reply, await auth.handler(toWebRequest(request, publicUrl)));
  });

  ownAccountRoutes(server, options);

  for (const [method, url] of IDENTITY_PROVIDER_DOORS) {
    server.route({
      method,
      url,
      bodyLimit: BODY_LIMIT,
      handler: async (request, reply) => sendWebResponse(reply, await auth.handler(toWebRequest(request, publicUrl))),
    });
  }
}
