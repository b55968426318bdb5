import pg from 'pg';

const BEGIN = /^(?:begin|start transaction)\b/;

/**
 * A client whose `begin` and `rollback` never fail. Kysely gives a connection back to the pool only after a rollback
 * that answered, and never after a begin that did not: each lost connection would cost the pool a place until none is
 * left. A lost connection has rolled back already, and after a failed begin the next statement fails in its stead. Either
 * way the client is ended, so that the pool drops it.
 */
export class ForgivingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: stands for all overloads of the original
  override query(...args: any[]): any {
    const result = (super.query as (...all: unknown[]) => unknown).apply(this, args);
    const isForgiven = args[0] === 'rollback' || BEGIN.test(String(args[0]));
    if (!isForgiven || !(result instanceof Promise)) return result;
    return result.catch(() => {
      this.end().catch(() => undefined);
      return { command: '', rowCount: null, rows: [] };
    });
  }
}

/** Codes of PostgreSQL that end a connection, and what the client says when it finds one ended. */
const LOST = /^(?:08|57P0[123])/;
const LOST_WORDS = /^(?:Connection terminated|Client has encountered a connection error|read ECONNRESET|write EPIPE)/;

/** Whether the connection went away under a statement, however often the error has been wrapped since. */
export function isLostConnection(error: unknown): boolean {
  for (let at = error; at instanceof Error; ) {
    const { code, originalError, cause, message } = at as Error & { code?: unknown; originalError?: unknown };
    if ((typeof code === 'string' && LOST.test(code)) || LOST_WORDS.test(message)) return true;
    at = originalError ?? cause;
  }
  return false;
}
