import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Acting, ApiKeys, type KeyRow, MAX_KEYS } from '../keys/api-keys.ts';
import { MAX_DAYS, MAX_NAME, MAX_OVERLAP_DAYS, MAX_PER_HOUR, readRotation, readWantedKey } from '../keys/key-inputs.ts';
import { REPORT_SCOPES } from '../keys/key-scopes.ts';
import { stateOf } from '../keys/key-state.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Identify } from './identify.ts';
import { Refusal } from './refusal.ts';

const BODY_LIMIT = 16 * 1024;
type OneKey = { Params: { id: string } };

/**
 * `/auth/api-keys`: a reporter makes keys, for nobody but themselves, since whoever makes a key has seen it. The security
 * administrator sees all keys of the institution and may revoke them; the auditor sees them. All by session: a key makes
 * no keys.
 */
export function apiKeysRoutes(server: FastifyInstance, options: GatewayOptions, identify: Identify): void {
  const { identityPool, clock } = options;
  const keys = new ApiKeys(identityPool);

  async function asking(request: FastifyRequest): Promise<{ readonly viewer: Viewer; readonly acting: Acting }> {
    const { viewer } = await identify(request);
    if (viewer.via !== 'SESSION' || !(isHolder(viewer) || seesAll(viewer))) throw new Refusal(403, 'NOT_ALLOWED');
    const { accountId, institutionId } = viewer;
    return { viewer, acting: { accountId, institutionId, now: clock() } };
  }

  async function holder(request: FastifyRequest): Promise<Acting> {
    const { viewer, acting } = await asking(request);
    if (!isHolder(viewer)) throw new Refusal(403, 'NOT_ALLOWED');
    return acting;
  }

  server.get('/auth/api-keys', async (request, reply) => {
    const { viewer, acting } = await asking(request);
    const rows = await keys.list(viewer.institutionId, seesAll(viewer) ? null : viewer.accountId);
    return reply.header('cache-control', 'no-store').send({
      keys: rows.map((row) => shown(row, viewer, acting.now)),
      canCreate: isHolder(viewer),
      scopes: REPORT_SCOPES,
      limits: { keys: MAX_KEYS, days: MAX_DAYS, perHour: MAX_PER_HOUR, name: MAX_NAME, overlapDays: MAX_OVERLAP_DAYS },
    });
  });

  server.post('/auth/api-keys', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const acting = await holder(request);
    const { accountId, institutionId } = acting;
    const made = await keys.create({ ...readWantedKey(request.body), accountId, institutionId }, acting);
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  server.post<OneKey>('/auth/api-keys/:id/rotate', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const acting = await holder(request);
    const made = await keys.rotate(request.params.id, readRotation(request.body), acting);
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  server.post<OneKey>('/auth/api-keys/:id/revoke', { bodyLimit: BODY_LIMIT }, async (request) => {
    const { viewer, acting } = await asking(request);
    if (!isHolder(viewer) && !mayRevokeAll(viewer)) throw new Refusal(403, 'NOT_ALLOWED');
    await keys.revoke(request.params.id, acting, !mayRevokeAll(viewer));
    return { id: request.params.id };
  });
}

const isHolder = (viewer: Viewer) => hasRole(viewer, 'REPORTER');
const seesAll = (viewer: Viewer) => hasRole(viewer, 'SECURITY_ADMINISTRATOR', 'AUDITOR');
const mayRevokeAll = (viewer: Viewer) => hasRole(viewer, 'SECURITY_ADMINISTRATOR');

function shown({ accountId, ...row }: KeyRow, viewer: Viewer, now: Date) {
  const state = stateOf(row, now);
  const isOpen = state === 'ACTIVE' || state === 'REPLACED';
  const isOwn = accountId === viewer.accountId && isHolder(viewer);
  return {
    ...row,
    state,
    canRotate: isOwn && state === 'ACTIVE',
    canRevoke: isOpen && (isOwn || mayRevokeAll(viewer)),
  };
}
