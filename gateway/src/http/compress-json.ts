import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const pack = promisify(gzip);
/** Below this packing costs more than it saves. Bytes. */
const WORTH_PACKING = 4096;
/** A page of the desk shrinks to an eighth at any level; a low one is done in a millisecond. */
const LEVEL = 3;

/**
 * Packs long JSON answers for whoever takes gzip. An answer holds no secret that another site could guess at by its
 * length: no other site can ask with our header.
 */
export function compressJson(server: FastifyInstance): void {
  server.addHook<unknown>('onSend', async (request, reply, payload) => {
    const isJson = String(reply.getHeader('content-type')).startsWith('application/json');
    if (!isJson || typeof payload !== 'string' || payload.length < WORTH_PACKING) return payload;
    reply.header('vary', ['accept-encoding', reply.getHeader('vary')].filter(Boolean).join(', '));
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return pack(payload, { level: LEVEL });
  });
}
