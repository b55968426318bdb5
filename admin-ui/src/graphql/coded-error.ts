import type { CombinedError } from '@urql/core';

/** A refusal as the gateway tells it; the words for people are chosen by `code` (text/use-error-words.ts). */
export interface CodedError {
  readonly code: string;
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** What to tell the system administrator; null when the request never arrived. */
  readonly requestId: string | null;
}

/** The first refusal of a result; a lost connection is `OFFLINE`. */
export function codedError(error: CombinedError | undefined | null): CodedError | null {
  if (!error) return null;
  const [refusal] = error.graphQLErrors;
  if (!refusal) return { code: 'OFFLINE', kind: 'UNAVAILABLE', details: {}, requestId: null };
  const { code, kind, details, requestId } = refusal.extensions as Partial<CodedError>;
  return {
    code: code ?? 'INTERNAL',
    kind: kind ?? 'INTERNAL',
    details: details ?? {},
    requestId: requestId ?? null,
  };
}

/** Whether the gateway no longer knows the session: sign in again, then come back here. */
export function isSessionLost(error: CombinedError | undefined): boolean {
  return codedError(error)?.code === 'UNAUTHENTICATED';
}

/** The refusal of an answer that is not one of GraphQL; `null` stands for none at all. */
export async function refusalOf(response: Response | null): Promise<CodedError> {
  const body = await response?.json().catch(() => null);
  const { code, kind, details, requestId }: Partial<CodedError> = body?.errors?.[0]?.extensions ?? {};
  return {
    code: code ?? (response ? 'INTERNAL' : 'OFFLINE'),
    kind: kind ?? 'UNAVAILABLE',
    details: details ?? {},
    requestId: requestId ?? null,
  };
}
