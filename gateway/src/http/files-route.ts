import { CodedError } from '@everyletter/kit/errors';
import { refusedFile } from '@everyletter/kit/file-refusal';
import type { FileRequest, FileResponse } from '@everyletter/kit/service';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayOptions } from './gateway-options.ts';
import type { Identify } from './identify.ts';
import { Refusal } from './refusal.ts';

/** Bytes of an uploaded file. */
export const FILE_LIMIT = 12 * 1024 * 1024;

/** `/files/<subgraph>/<path>`: the subgraph decides; the gateway only carries. */
export async function filesRoute(server: FastifyInstance, options: GatewayOptions, identify: Identify): Promise<void> {
  await server.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: 1, fields: 10 },
    throwFileSizeLimit: true,
  });
  server.route<{ Params: { subgraph: string; '*': string } }>({
    method: ['GET', 'POST'],
    url: '/files/:subgraph/*',
    bodyLimit: FILE_LIMIT + 64 * 1024,
    handler: async (request, reply) => {
      const { viewer } = await identify(request);
      const { subgraph, '*': path } = request.params;
      const file: FileRequest =
        request.method === 'POST' ? { method: 'POST', path, ...(await upload(request)) } : { method: 'GET', path };
      const answer = await carry(request, () => options.files(subgraph, file, viewer));
      return reply.code(answer.status).headers(answer.headers).send(answer.body);
    },
  });
}

/** A refusal by the carrier, in nobody's name, has the shape of one by a subgraph. */
async function carry(request: FastifyRequest, answer: () => Promise<FileResponse>): Promise<FileResponse> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof CodedError) return refusedFile(error, request.id);
    throw error;
  }
}

async function upload(request: FastifyRequest): Promise<Pick<FileRequest, 'fileName' | 'body'>> {
  if (!request.isMultipart()) throw new Refusal(415, 'FILE_MISSING');
  const part = await request.file();
  if (!part) throw new Refusal(400, 'FILE_MISSING');
  return { fileName: part.filename, body: await part.toBuffer() };
}
