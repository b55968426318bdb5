import type pg from 'pg';
import type { Row } from '../insert-rows.ts';

/** What of a connection a COPY needs beyond a query. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** Columns of a table and its rows as lines of COPY; every row has the columns of the first. */
export class CopyLines {
  private columns: readonly string[] = [];
  private lines: string[] = [];

  constructor(private readonly table: string) {}

  add(row: Row): void {
    if (this.columns.length === 0) this.columns = Object.keys(row);
    let line = '';
    for (const column of this.columns) line += line === '' ? field(row[column]) : `\t${field(row[column])}`;
    this.lines.push(line);
  }

  /** Sends the rows added so far. */
  async send(client: pg.ClientBase): Promise<void> {
    const { lines } = this;
    if (lines.length === 0) return;
    this.lines = [];
    const columns = this.columns.map((column) => column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    const copy = new CopyIn(
      `copy ${this.table} (${columns.join(', ')}) from stdin`,
      Buffer.from(`${lines.join('\n')}\n`),
    );
    client.query(copy as unknown as pg.Submittable);
    await copy.done;
  }
}

/** One COPY of one chunk, as a query of the driver. */
class CopyIn {
  private readonly settle = Promise.withResolvers<void>();
  readonly done = this.settle.promise;

  constructor(
    private readonly text: string,
    private readonly chunk: Buffer,
  ) {}

  submit(connection: CopyConnection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.chunk);
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.settle.reject(error);
  }

  handleReadyForQuery(): void {
    this.settle.resolve();
  }

  handleCommandComplete(): void {}
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value);
}

function escaped(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
