import type { Viewer } from '@everyletter/kit/viewer';
import type { FastifyRequest } from 'fastify';
import { cookieName } from '../identity/auth.ts';
import { sessionToken } from '../identity/session-cookie.ts';
import { Viewers } from '../identity/viewers.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { Refusal } from './refusal.ts';

/** Header that a page of another site cannot set without asking first. */
const OWN_HEADER = 'x-everyletter';

/** `use: false`: asked on the caller's behalf, which does not keep an idle session alive. */
export type Identify = (request: FastifyRequest, options?: { readonly use: boolean }) => Promise<Viewer>;

/**
 * Who sent a request: by session cookie, which needs the own header against forged requests, or by a reporter's key.
 * @throws Refusal `UNAUTHENTICATED`, `CSRF_HEADER_MISSING`, `PASSWORD_CHANGE_NEEDED`, `SECOND_FACTOR_NEEDED`
 */
export function createIdentify(options: GatewayOptions): Identify {
  const { auth, identityPool, sessionSecret, publicUrl, clock, secondFactor } = options;
  const viewers = new Viewers(identityPool);
  const name = cookieName(publicUrl);

  async function byKey(key: string, requestId: string): Promise<Viewer | null> {
    const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
    return valid && found ? viewers.byAccount(found.referenceId, requestId) : null;
  }

  async function bySession(token: string, requestId: string, use: boolean): Promise<Viewer | undefined> {
    const found = await viewers.bySession(token, { now: clock(), requestId, use });
    if (found?.hasOneTimePassword) throw new Refusal(403, 'PASSWORD_CHANGE_NEEDED');
    if (found?.lacksSecondFactor && secondFactor === 'REQUIRED') throw new Refusal(403, 'SECOND_FACTOR_NEEDED');
    return found?.viewer;
  }

  return async (request, { use } = { use: true }) => {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = sessionToken(request.headers.cookie, name, sessionSecret);
    if (!bearer && token && request.method !== 'GET' && request.headers[OWN_HEADER] === undefined) {
      throw new Refusal(403, 'CSRF_HEADER_MISSING', { header: OWN_HEADER });
    }
    const viewer = bearer ? await byKey(bearer, request.id) : token && (await bySession(token, request.id, use));
    if (!viewer) throw new Refusal(401, 'UNAUTHENTICATED');
    return viewer;
  };
}
