import { writtenCode } from '@everyletter/kit/written-code';
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Pool } from 'pg';

/** Sessions end after this long, used or not. Seconds. */
export const SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60;
/** How many are given when a second factor is set up. */
const BACKUP_CODES = 10;
/** Characters of a password. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;

export interface AuthOptions {
  /** Connected with `search_path=identity`. */
  readonly pool: Pool;
  readonly secret: string;
  /** As browsers see it; https turns on host-only secure cookies. */
  readonly publicUrl: string;
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
}

export type Auth = ReturnType<typeof createAuth>;

/** Accounts, passwords, second factors and sessions by better-auth; who may do what is not its business. */
export function createAuth({ pool, secret, publicUrl, oidc }: AuthOptions) {
  const secure = publicUrl.startsWith('https://');
  return betterAuth({
    database: pool,
    secret,
    baseURL: publicUrl,
    basePath: '/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      password: {
        hash: (password) => hash(password),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: { expiresIn: SESSION_ABSOLUTE_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: 'uuid' },
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      cookies: { session_token: { name: cookieName(publicUrl) } },
    },
    plugins: [
      twoFactor({
        issuer: 'EveryLetter',
        backupCodeOptions: {
          customBackupCodesGenerate: () => Array.from({ length: BACKUP_CODES }, () => writtenCode(2)),
        },
      }),
      ...(oidc ? [genericOAuth({ config: [oidcProvider(oidc)] })] : []),
    ],
  });
}

/** `__Host-` where browsers accept it; a plain name on http, which is for one's own machine. */
export function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https://') ? '__Host-everyletter' : 'everyletter';
}

function oidcProvider({ issuer, clientId, clientSecret }: NonNullable<AuthOptions['oidc']>) {
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  // The address of the person is what ties them to an account of ours, so it must be asked for.
  const scopes = ['openid', 'email', 'profile'];
  return { providerId: 'oidc', discoveryUrl, clientId, clientSecret, scopes, pkce: true, disableSignUp: true };
}
