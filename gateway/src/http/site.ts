import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

/** The built application: hashed assets for a year, its page for every path that is not a file. */
export async function site(server: FastifyInstance, siteDir: string | null): Promise<void> {
  if (!siteDir || !existsSync(path.join(siteDir, 'index.html'))) {
    server.setNotFoundHandler(() => {
      throw new Refusal(404, 'NOT_FOUND');
    });
    return;
  }
  const page = readFileSync(path.join(siteDir, 'index.html'));
  await server.register(fastifyStatic, {
    root: siteDir,
    index: false,
    preCompressed: true,
    setHeaders: (response, file) => {
      const hashed = file.includes(`${path.sep}assets${path.sep}`);
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/', (_, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page));
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) throw new Refusal(404, 'NOT_FOUND');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
