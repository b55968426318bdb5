import { ref, shallowRef } from 'vue';
import type { CodedError } from '../graphql/coded-error.ts';
import { CSRF_HEADER } from '../graphql/csrf-header.ts';

export interface RunError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Partial<CodedError>;
}

export interface RunAnswer {
  readonly data?: unknown;
  readonly errors?: readonly RunError[];
  readonly extensions?: { readonly cost: number; readonly costLimit: number; readonly milliseconds: number };
}

export interface Sent {
  readonly query: string;
  readonly variables?: object;
  /** A key instead of the session: then it is its schema, its scopes and its rate. */
  readonly key: string;
}

/** Sends one document at a time and can give it up. */
export function useWorkbench() {
  const answer = shallowRef<RunAnswer | null>(null);
  const running = ref(false);
  let abort: AbortController | null = null;

  async function run(sent: Sent): Promise<void> {
    if (running.value) return;
    abort = new AbortController();
    running.value = true;
    answer.value = await ask(sent, abort.signal);
    running.value = false;
  }

  return { answer, running, run, cancel: () => abort?.abort() };
}

export async function ask({ query, variables, key }: Sent, signal?: AbortSignal): Promise<RunAnswer> {
  const headers: Record<string, string> = { 'content-type': 'application/json', ...CSRF_HEADER };
  if (key) headers.authorization = `Bearer ${key}`;
  const body = JSON.stringify({ query, variables });
  try {
    const response = await fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers, body, signal });
    return await response.json();
  } catch {
    const code = signal?.aborted ? 'CANCELLED' : 'OFFLINE';
    return { errors: [{ message: code, extensions: { code, kind: 'UNAVAILABLE', details: {} } }] };
  }
}
