/**
 * Ends the waiting for `work` after a time or when the caller gives up, and tells the work so by its own signal.
 * @throws Error when aborted or late; whatever the work throws
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  caller: AbortSignal,
): Promise<T> {
  caller.throwIfAborted();
  const ending = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = (reason: string) => {
    const error = new Error(reason);
    reject(error);
    ending.abort(error);
  };
  const onAbort = () => end('The caller gave up');
  const timer = setTimeout(end, timeoutMs, 'Took too long');
  caller.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work(ending.signal), ended]);
  } finally {
    clearTimeout(timer);
    caller.removeEventListener('abort', onAbort);
  }
}
