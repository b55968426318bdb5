import { Readable } from 'node:stream';
import { dayOf } from '@everyletter/kit/time';
import { hasRole } from '@everyletter/kit/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { csvFile } from '../exports/csv-file.ts';
import { xlsxFile } from '../exports/xlsx-file.ts';
import { asMap } from '../keys/key-inputs.ts';
import { readWantedReport } from '../reports/report-inputs.ts';
import { tableOf } from '../reports/report-table.ts';
import { fromAddress, withPeriod } from '../reports/report-variables.ts';
import { type Owner, type Report, SavedReports } from '../reports/saved-reports.ts';
import type { Doors } from './doors.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Caller } from './identify.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { runDocument } from './run-document.ts';

const BODY_LIMIT = 64 * 1024;
const FILES = {
  csv: { type: 'text/csv; charset=utf-8', write: csvFile },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxFile },
} as const;

type Named = { Params: { name: string }; Querystring: Record<string, unknown> };

interface Parts extends Doors {
  readonly options: GatewayOptions;
  readonly metrics: Metrics;
}

/**
 * `/graphql/reports`: queries under a name, with a key or at the workbench. `GET` or `POST …/<name>` runs one, as JSON,
 * or as CSV or XLSX by `format`; the same limits and the same schema hold as for a document that is sent along.
 */
export function reportsRoute(server: FastifyInstance, parts: Parts): void {
  const { options, identify } = parts;
  const saved = new SavedReports(options.identityPool);
  const examples = options.exampleReports;

  async function reporter(request: FastifyRequest): Promise<{ readonly caller: Caller; readonly owner: Owner }> {
    const caller = await identify(request);
    const { viewer, key } = caller;
    if (!hasRole(viewer, 'REPORTER') || key?.scopes.includes('INTAKE')) throw new Refusal(403, 'NOT_ALLOWED');
    return { caller, owner: { ...viewer, now: options.clock() } };
  }

  async function writer(request: FastifyRequest): Promise<Owner> {
    const { caller, owner } = await reporter(request);
    if (caller.key) throw new Refusal(403, 'API_KEY_MAY_ONLY_READ');
    return owner;
  }

  server.get('/graphql/reports', async (request, reply) => {
    const { owner } = await reporter(request);
    const own = (await saved.list(owner)).map(({ accountId, ...one }) => ({
      ...one,
      own: accountId === owner.accountId,
    }));
    return reply.header('cache-control', 'no-store').send({ examples, saved: own });
  });

  server.post('/graphql/reports', { bodyLimit: BODY_LIMIT }, async (request) => {
    const owner = await writer(request);
    const wanted = readWantedReport(request.body);
    if (examples.some(({ name }) => name === wanted.name))
      throw new Refusal(409, 'SAVED_REPORT_NAME_TAKEN', { field: 'name' });
    return saved.save(wanted, owner);
  });

  server.post<Named>('/graphql/reports/:name/remove', { bodyLimit: BODY_LIMIT }, async (request) => {
    await saved.remove(request.params.name, await writer(request));
    return { name: request.params.name };
  });

  server.route<Named>({
    method: ['GET', 'POST'],
    url: '/graphql/reports/:name',
    bodyLimit: BODY_LIMIT,
    handler: async (request, reply) => {
      const { caller, owner } = await reporter(request);
      const { name } = request.params;
      const report = examples.find((one) => one.name === name) ?? (await saved.named(name, owner));
      if (!report) throw new Refusal(404, 'REPORT_NOT_FOUND');
      return run({ request, reply, report, caller }, parts);
    },
  });
}

interface Asked {
  readonly request: FastifyRequest<Named>;
  readonly reply: FastifyReply;
  readonly report: Report;
  readonly caller: Caller;
}

async function run({ request, reply, report, caller }: Asked, parts: Parts): Promise<FastifyReply> {
  const { options, askFor, metrics } = parts;
  const posted = request.method === 'POST' ? asMap(request.body) : {};
  const { format = 'json', list } = { ...request.query, ...posted };
  const given = request.method === 'POST' ? asMap(posted.variables ?? {}) : fromAddress(request.query, report.document);
  const variables = withPeriod({ ...report.variables, ...given }, report.document, dayOf(options.clock()));
  const body = { query: report.document, variables };
  const document = askFor(body, caller);
  const answer = await runDocument({ document, body, reply, options, metrics });
  reply.header('cache-control', 'no-store');
  if (format === 'json' || answer.data === undefined || answer.errors) {
    return reply.code(answer.data === undefined ? 400 : 200).send(answer);
  }
  const file = FILES[format as keyof typeof FILES];
  if (!file) throw new Refusal(400, 'REPORT_FORMAT_INVALID', { field: 'format' });
  const table = tableOf(answer.data, list === undefined ? undefined : String(list));
  const fileName = encodeURIComponent(`${report.name}.${format}`);
  reply.headers({
    'content-type': file.type,
    'content-disposition': `attachment; filename="report.${format}"; filename*=UTF-8''${fileName}`,
    'x-content-type-options': 'nosniff',
  });
  return reply.send(Readable.from(file.write(Readable.from([table]))));
}
