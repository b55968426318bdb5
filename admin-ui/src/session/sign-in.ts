import { type CodedError, refusalOf } from '../graphql/coded-error.ts';
import { CSRF_HEADER } from '../graphql/csrf-header.ts';

export interface Refused {
  readonly state: 'REFUSED';
  readonly refusal: CodedError;
}

/** What the gateway says to an attempt to sign in; a refusal says nothing about whether the account exists. */
export type SignInAnswer = { readonly state: 'SIGNED_IN' | 'SECOND_FACTOR' | 'LEAVING' } | Refused;

/** What an authenticator needs, and what stands in for it; told once. */
export interface SecondFactor {
  readonly state: 'READY';
  /** As the QR code holds it: `otpauth://totp/…`. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: string;
}

export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  const response = await post('/auth/sign-in/email', { email, password });
  if (!response?.ok) return refused(response);
  const answer = await response.json().catch(() => ({}));
  return { state: answer.twoFactorRedirect ? 'SECOND_FACTOR' : 'SIGNED_IN' };
}

/** The six digits of the authenticator, or a backup code instead. */
export async function confirmCode(code: string, kind: 'totp' | 'backup-code' = 'totp'): Promise<SignInAnswer> {
  const response = await post(`/auth/two-factor/verify-${kind}`, { code });
  return response?.ok ? { state: 'SIGNED_IN' } : refused(response);
}

/** Good from the first code on that is confirmed; asked again before that, there is a new one. */
export async function startSecondFactor(password: string): Promise<SecondFactor | Refused> {
  const response = await post('/auth/two-factor/enable', { password });
  if (!response?.ok) return refused(response);
  const { totpURI, backupCodes } = await response.json();
  return { state: 'READY', uri: totpURI, backupCodes };
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<SignInAnswer> {
  const response = await post('/auth/change-password', { currentPassword, newPassword });
  return response?.ok ? { state: 'SIGNED_IN' } : refused(response);
}

/** Ends the session on the server; a fresh page leaves nothing of it in memory. */
export async function signOut(): Promise<void> {
  await post('/auth/sign-out', {});
  location.assign('/sign-in');
}

/** Present only where the demonstration profile runs. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  const response = await fetch('/auth/demo-accounts', { credentials: 'same-origin' }).catch(() => null);
  return response?.ok ? response.json() : [];
}

/** Whether people may come through an identity provider. */
export async function hasIdentityProvider(): Promise<boolean> {
  const response = await fetch('/auth/ways', { credentials: 'same-origin' }).catch(() => null);
  return response?.ok ? (await response.json()).identityProvider : false;
}

/** Leaves for the provider's own sign-in page; whom we do not know comes back with `?error=…`. */
export async function leaveForIdentityProvider(next: string): Promise<SignInAnswer> {
  const response = await post('/auth/sign-in/social', {
    provider: 'oidc',
    callbackURL: next,
    errorCallbackURL: '/sign-in',
  });
  if (!response?.ok) return refused(response);
  location.assign((await response.json()).url);
  return { state: 'LEAVING' };
}

function post(path: string, body: object): Promise<Response | null> {
  const headers = { 'content-type': 'application/json', ...CSRF_HEADER };
  const request = { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) } as const;
  return fetch(path, request).catch(() => null);
}

async function refused(response: Response | null): Promise<Refused> {
  return { state: 'REFUSED', refusal: await refusalOf(response) };
}
