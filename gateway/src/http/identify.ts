import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import type { FastifyRequest } from 'fastify';
import { cookieName } from '../identity/auth.ts';
import { sessionToken } from '../identity/session-cookie.ts';
import { Viewers } from '../identity/viewers.ts';
import { ApiKeys } from '../keys/api-keys.ts';
import type { KeyScope } from '../keys/key-scopes.ts';
import { refuseUnlessGood } from '../keys/key-state.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { Refusal } from './refusal.ts';

/** Header that a page of another site cannot set without asking first. */
const OWN_HEADER = 'x-everyletter';

export interface Caller {
  readonly viewer: Viewer;
  /** The key they showed; null for a session. */
  readonly key: { readonly id: string; readonly scopes: readonly KeyScope[] } | null;
}

/** `use: false`: asked on the caller's behalf, which neither keeps an idle session alive nor counts against a key. */
export type Identify = (request: FastifyRequest, options?: { readonly use: boolean }) => Promise<Caller>;

/**
 * Who sent a request: by session cookie, which needs the own header against forged requests, or by a reporter's key.
 * @throws Refusal `UNAUTHENTICATED`, `CSRF_HEADER_MISSING`, `PASSWORD_CHANGE_NEEDED`, `SECOND_FACTOR_NEEDED`, or what
 *   is wrong with the key
 */
export function createIdentify(options: GatewayOptions): Identify {
  const { identityPool, sessionSecret, publicUrl, clock, secondFactor } = options;
  const viewers = new Viewers(identityPool);
  const keys = new ApiKeys(identityPool);
  const name = cookieName(publicUrl);

  async function byKey(secret: string, requestId: string, use: boolean): Promise<Caller | null> {
    const now = clock();
    const found = await keys.shown(secret, now, use);
    if (!found) return null;
    refuseUnlessGood(found, now, use);
    const viewer = await viewers.byAccount(found.account_id, requestId);
    const scopes = found.scopes as readonly KeyScope[];
    const role = scopes.includes('INTAKE') ? 'CLERK' : 'REPORTER';
    if (!viewer || !hasRole(viewer, role)) throw new Refusal(403, 'API_KEY_HOLDER_GONE');
    // Whatever else its holder may do, a key may do what it was made for.
    return { viewer: { ...viewer, roles: [role] }, key: { id: found.id, scopes } };
  }

  async function bySession(token: string, requestId: string, use: boolean): Promise<Caller | null> {
    const found = await viewers.bySession(token, { now: clock(), requestId, use });
    if (found?.hasOneTimePassword) throw new Refusal(403, 'PASSWORD_CHANGE_NEEDED');
    if (found?.lacksSecondFactor && secondFactor === 'REQUIRED') throw new Refusal(403, 'SECOND_FACTOR_NEEDED');
    return found && { viewer: found.viewer, key: null };
  }

  return async (request, { use } = { use: true }) => {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = sessionToken(request.headers.cookie, name, sessionSecret);
    if (!bearer && token && request.method !== 'GET' && request.headers[OWN_HEADER] === undefined) {
      throw new Refusal(403, 'CSRF_HEADER_MISSING', { header: OWN_HEADER });
    }
    const caller = bearer ? await byKey(bearer, request.id, use) : token && (await bySession(token, request.id, use));
    if (!caller) throw new Refusal(401, 'UNAUTHENTICATED');
    return caller;
  };
}
