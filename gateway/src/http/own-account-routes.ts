import type { FastifyInstance } from 'fastify';
import { AccountAudit } from '../identity/account-audit.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../identity/auth.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { Refusal } from './refusal.ts';
import { sendWebResponse, toWebRequest } from './web-bridge.ts';

const BODY_LIMIT = 16 * 1024;

/** What the accounts library calls a refusal, and what we do. The password was right by then: nothing is given away. */
const REFUSALS: Readonly<Record<string, () => Refusal>> = {
  INVALID_PASSWORD: () => new Refusal(400, 'PASSWORD_WRONG', { field: 'password' }),
  PASSWORD_TOO_SHORT: () => new Refusal(400, 'PASSWORD_TOO_SHORT', { field: 'newPassword', min: MIN_PASSWORD_LENGTH }),
  PASSWORD_TOO_LONG: () => new Refusal(400, 'PASSWORD_TOO_LONG', { field: 'newPassword', max: MAX_PASSWORD_LENGTH }),
  TOTP_ALREADY_ENABLED: () => new Refusal(409, 'SECOND_FACTOR_ALREADY_SET_UP'),
  INVALID_CODE: () => new Refusal(401, 'SECOND_FACTOR_REFUSED', { field: 'code' }),
  INVALID_BACKUP_CODE: () => new Refusal(401, 'SECOND_FACTOR_REFUSED', { field: 'code' }),
  ACCOUNT_TEMPORARILY_LOCKED: () => new Refusal(401, 'SECOND_FACTOR_LOCKED'),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => new Refusal(401, 'SECOND_FACTOR_EXPIRED'),
  INVALID_TWO_FACTOR_COOKIE: () => new Refusal(401, 'SECOND_FACTOR_EXPIRED'),
};

/** Second factor and password of the person who is asking. Of what they send, only the named fields reach the library. */
export function ownAccountRoutes(
  server: FastifyInstance,
  { auth, identityPool, clock, publicUrl }: GatewayOptions,
): void {
  const audit = new AccountAudit(identityPool);

  for (const factor of ['totp', 'backup-code']) {
    server.post(`/auth/two-factor/verify-${factor}`, { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const response = await auth.handler(toWebRequest(request, publicUrl, textFields(request.body, 'code')));
      const { user } = await answerOf(response);
      if (user) await audit.byAccount('SIGN_IN', user.id, clock());
      return sendWebResponse(reply, response);
    });
  }

  server.post('/auth/two-factor/enable', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const response = await auth.handler(toWebRequest(request, publicUrl, textFields(request.body, 'password')));
    await answerOf(response);
    return sendWebResponse(reply, response);
  });

  server.post('/auth/change-password', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const passwords = textFields(request.body, 'currentPassword', 'newPassword');
    if (passwords.currentPassword === passwords.newPassword) {
      throw new Refusal(400, 'PASSWORD_UNCHANGED', { field: 'newPassword' });
    }
    const body = { ...passwords, revokeOtherSessions: true };
    const response = await auth.handler(toWebRequest(request, publicUrl, body));
    const { user } = await answerOf(response);
    if (user) {
      await identityPool.query('delete from identity.one_time_password where user_id = $1', [user.id]);
      await audit.byAccount('CHANGE_PASSWORD', user.id, clock());
    }
    return sendWebResponse(reply, response);
  });
}

/** @throws Refusal `BODY_INVALID` when one is missing */
function textFields<Name extends string>(body: unknown, ...names: Name[]): Record<Name, string> {
  const given = (body ?? {}) as Partial<Record<Name, unknown>>;
  const missing = names.find((name) => typeof given[name] !== 'string');
  if (missing) throw new Refusal(400, 'BODY_INVALID', { field: missing });
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Record<Name, string>;
}

/** @throws Refusal in our words when the library refused */
async function answerOf(response: Response): Promise<{ readonly user?: { readonly id: string } }> {
  const answer = await response
    .clone()
    .json()
    .catch(() => ({}));
  if (response.ok) return answer;
  const refusal = REFUSALS[String(answer.code)];
  if (refusal) throw refusal();
  throw response.status === 401 ? new Refusal(401, 'UNAUTHENTICATED') : new Refusal(400, 'BODY_INVALID');
}
