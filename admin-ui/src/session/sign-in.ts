import { CSRF_HEADER } from '../graphql/csrf-header.ts';

/** What the gateway says to an attempt to sign in. */
export type SignInAnswer =
  | { readonly state: 'SIGNED_IN' }
  | { readonly state: 'SECOND_FACTOR' }
  /** `LOCKED` and `SLOW_DOWN` say nothing about whether the account exists. */
  | { readonly state: 'REFUSED'; readonly reason: 'WRONG' | 'LOCKED' | 'UNREACHABLE' };

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: string;
}

export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  const response = await post('/auth/sign-in/email', { email, password });
  if (!response?.ok) return refusal(response);
  const answer = await response.json().catch(() => ({}));
  return { state: answer.twoFactorRedirect ? 'SECOND_FACTOR' : 'SIGNED_IN' };
}

/** The six digits of the authenticator. */
export async function confirmCode(code: string): Promise<SignInAnswer> {
  const response = await post('/auth/two-factor/verify-totp', { code });
  return response?.ok ? { state: 'SIGNED_IN' } : refusal(response);
}

/** The key to type into an authenticator; null when it could not be made. */
export async function startSecondFactor(password: string): Promise<string | null> {
  const response = await post('/auth/two-factor/enable', { password });
  if (!response?.ok) return null;
  const { totpURI } = await response.json();
  return new URL(totpURI).searchParams.get('secret');
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

function post(path: string, body: object): Promise<Response | null> {
  const headers = { 'content-type': 'application/json', ...CSRF_HEADER };
  const request = { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) } as const;
  return fetch(path, request).catch(() => null);
}

function refusal(response: Response | null): SignInAnswer {
  if (!response || response.status >= 500) return { state: 'REFUSED', reason: 'UNREACHABLE' };
  return { state: 'REFUSED', reason: response.status === 429 || response.status === 423 ? 'LOCKED' : 'WRONG' };
}
