import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionAnswer } from '../executor/executor.ts';
import { type Cell, cellsOf } from '../exports/cells.ts';
import { csvFile } from '../exports/csv-file.ts';
import { type ExportOrder, readExportOrder } from '../exports/export-order.ts';
import { ExportBroken, openList, PAGE_ROWS, type Row } from '../exports/listed-rows.ts';
import { xlsxFile } from '../exports/xlsx-file.ts';
import { AccountAudit } from '../identity/account-audit.ts';
import type { Doors } from './doors.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { Refusal } from './refusal.ts';

const BODY_LIMIT = 256 * 1024;
const TIMEOUT_MS = 8000;

const FILES = {
  csv: { type: 'text/csv; charset=utf-8', write: csvFile },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxFile },
} as const;

/**
 * `POST /exports`: any list the caller may ask for, as a file of any length. It is paged through by the caller's own
 * document (variables `first` and `after`), and the caller is found anew for each page: what a list hides or masks stays
 * hidden or masked, and a lost session or role breaks the file off. Written to the audit before it begins.
 */
export function exportsRoute(server: FastifyInstance, options: GatewayOptions, { identify, askFor }: Doors): void {
  const audit = new AccountAudit(options.identityPool);
  server.post('/exports', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const order = readExportOrder(request.body);
    const { viewer, document, own } = askFor(order, await identify(request));
    const ask = async (after: string | null): Promise<ExecutionAnswer> => {
      const now = after === null ? viewer : askFor(order, await identify(request, { use: false })).viewer;
      const variables = { ...order.variables, first: PAGE_ROWS, after };
      const asked = { document, operationName: order.operationName, variables, introspection: false, view: own?.view };
      return options.executor.execute(asked, now, AbortSignal.timeout(TIMEOUT_MS));
    };
    const list = await openList(ask, order.list).catch((error: unknown) => refuse(error, reply, request));
    if (!list) return reply;
    await audit.exported(viewer.accountId, { list: order.list, format: order.format }, options.clock());
    const { type, write } = FILES[order.format];
    const body = Readable.from(write(lines(list.pages, order)));
    body.once('error', (error) => options.log.warn({ requestId: request.id, code: error.message }, 'EXPORT_BROKEN'));
    reply.headers({ ...headersOf(order, type), ...(list.total === null ? {} : { 'x-total-rows': list.total }) });
    return reply.send(body);
  });
}

async function* lines(pages: AsyncIterable<readonly Row[]>, { columns }: ExportOrder) {
  yield [columns.map(({ title }): Cell => title)];
  for await (const rows of pages) yield rows.map((row) => cellsOf(row, columns));
}

function refuse(error: unknown, reply: FastifyReply, request: FastifyRequest): null {
  if (!(error instanceof ExportBroken)) throw error;
  const { errors = [] } = error.answer;
  if (errors.length === 0) throw new Refusal(400, 'BODY_INVALID', { field: 'list' });
  const shown = errors.map((one) => ({ ...one, extensions: { requestId: request.id, ...one.extensions } }));
  void reply.code(400).send({ errors: shown });
  return null;
}

function headersOf({ fileName, format }: ExportOrder, type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}
