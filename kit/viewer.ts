import { createHash } from 'node:crypto';
import { type CryptoKey, jwtVerify, type KeyObject, SignJWT } from 'jose';
import { Forbidden } from './errors.ts';

/** The twelve roles. A person may hold several; the three administrators exclude each other (三员分立). */
export const ROLES = [
  'CLERK',
  'HANDLER',
  'DEPARTMENT_HEAD',
  'LEADER',
  'ROTA_ADMINISTRATOR',
  'STATION_ADMINISTRATOR',
  'DUTY_LAWYER',
  'MEDIATOR',
  'REPORTER',
  'AUDITOR',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking, as the gateway found it for this one request. */
export interface Viewer {
  readonly accountId: string;
  readonly institutionId: string;
  readonly roles: readonly Role[];
  readonly departmentIds: readonly string[];
  readonly displayName: string;
  readonly staffId: string | null;
  readonly lawyerId: string | null;
  readonly mediatorId: string | null;
  readonly partnerOrganisationId: string | null;
  /**
   * How they came in: an API key may only read; a feed's address opens that feed and nothing else; a stranger comes by the
   * few doors that are open to all.
   */
  readonly via: 'SESSION' | 'API_KEY' | 'SYSTEM' | 'FEED' | 'PUBLIC';
  readonly requestId: string;
}

/** No institution has this id, so that row-level security shows a stranger no row of any table. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** Somebody from the street: without account, role or institution. */
export function strangerViewer(requestId: string): Viewer {
  return nobody(NOWHERE, 'PUBLIC', requestId);
}

/** Who acts when nobody is asking. */
export function systemViewer(institutionId: string): Viewer {
  return nobody(institutionId, 'SYSTEM', 'system');
}

/** A calendar app that knows the address of a feed of this institution. */
export function feedViewer(institutionId: string, requestId: string): Viewer {
  return nobody(institutionId, 'FEED', requestId);
}

function nobody(institutionId: string, via: Viewer['via'], requestId: string): Viewer {
  return {
    accountId: '00000000-0000-0000-0000-000000000000',
    institutionId,
    roles: [],
    departmentIds: [],
    displayName: '',
    staffId: null,
    lawyerId: null,
    mediatorId: null,
    partnerOrganisationId: null,
    via,
    requestId,
  };
}

/** Whether they hold at least one of them. */
export function hasRole(viewer: Viewer, ...roles: readonly Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role));
}

/** Header that carries the token from the gateway to a subgraph. */
export const VIEWER_HEADER = 'x-everyletter-viewer';
/** Seconds. A token outlives its request only by clock skew. */
export const VIEWER_TOKEN_SECONDS = 30;
const ISSUER = 'everyletter-gateway';

/** For one subgraph (`audience`), this very `body` and one use; valid for {@link VIEWER_TOKEN_SECONDS}. */
export function signViewerToken(
  viewer: Viewer,
  audience: string,
  body: string | Uint8Array,
  key: CryptoKey | KeyObject,
): Promise<string> {
  return new SignJWT({ viewer, body: bodyHash(body) })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${VIEWER_TOKEN_SECONDS}s`)
    .sign(key);
}

/**
 * Checks signature, audience, age, body and that the token was not used before.
 * @throws Forbidden `VIEWER_TOKEN_MISSING`, `VIEWER_TOKEN_INVALID` or `VIEWER_TOKEN_REUSED`
 */
export class ViewerTokens {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly audience: string,
    private readonly key: CryptoKey | KeyObject,
  ) {}

  async verify(token: string | undefined, body: string | Uint8Array): Promise<Viewer> {
    if (!token) throw new Forbidden('VIEWER_TOKEN_MISSING');
    const { payload } = await jwtVerify(token, this.key, {
      issuer: ISSUER,
      audience: this.audience,
      algorithms: ['EdDSA'],
      maxTokenAge: '60s',
    }).catch((cause: unknown) => {
      throw new Forbidden('VIEWER_TOKEN_INVALID', {}, { cause });
    });
    if (payload.body !== bodyHash(body)) throw new Forbidden('VIEWER_TOKEN_INVALID');
    this.useOnce(payload.jti, (payload.exp ?? 0) * 1000);
    return payload.viewer as Viewer;
  }

  /** A replayed token is refused for as long as it could still pass the age check. */
  private useOnce(jti: string | undefined, expiresAtMs: number): void {
    if (!jti || this.seen.has(jti)) throw new Forbidden('VIEWER_TOKEN_REUSED');
    this.seen.set(jti, expiresAtMs);
    if (this.seen.size % 4096 === 0) this.forgetExpired(Date.now());
  }

  private forgetExpired(nowMs: number): void {
    for (const [jti, expiresAtMs] of this.seen) if (expiresAtMs + 60_000 < nowMs) this.seen.delete(jti);
  }
}

function bodyHash(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}
