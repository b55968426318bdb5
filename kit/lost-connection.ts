import pg from 'pg';

/**
 * A client whose `rollback` never fails. When the connection is lost the server has rolled back already; but Kysely
 * gives a connection back to the pool only after a rollback that answered, so each loss would cost the pool a place
 * until none is left. A client that could not roll back is ended, so that the pool drops it.
 */
export class ForgivingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: stands for all overloads of the original
  override query(...args: any[]): any {
    const result = (super.query as (...all: unknown[]) => unknown).apply(this, args);
    if (args[0] !== 'rollback' || !(result instanceof Promise)) return result;
    return result.catch(() => {
      this.end().catch(() => undefined);
      return { command: 'ROLLBACK', rowCount: null, rows: [] };
    });
  }
}
