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
