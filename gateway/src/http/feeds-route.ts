import { CodedError } from '@everyletter/kit/errors';
import { feedFilePath, institutionOfFeed } from '@everyletter/kit/feed';
import { feedViewer } from '@everyletter/kit/viewer';
import type { FastifyInstance } from 'fastify';
import type { GatewayOptions } from './gateway-options.ts';
import { Refusal } from './refusal.ts';

/**
 * `/feeds/<subgraph>/<token>.ics` for calendar apps, which have no session: the token is all they know, and the
 * subgraph says whether it opens a feed. Whatever is wrong with it, the answer is the same.
 */
export function feedsRoute(server: FastifyInstance, options: GatewayOptions): void {
  server.get<{ Params: { subgraph: string; token: string } }>('/feeds/:subgraph/:token.ics', async (request, reply) => {
    const { subgraph, token } = request.params;
    const institutionId = institutionOfFeed(token);
    if (!institutionId) throw new Refusal(404, 'FEED_NOT_FOUND');
    const viewer = feedViewer(institutionId, request.id);
    const file = { method: 'GET', path: feedFilePath(token) } as const;
    const answer = await options.files(subgraph, file, viewer).catch((error: unknown) => {
      if (error instanceof CodedError) throw new Refusal(404, 'FEED_NOT_FOUND');
      throw error;
    });
    if (answer.status !== 200) throw new Refusal(404, 'FEED_NOT_FOUND');
    return reply.headers(answer.headers).send(answer.body);
  });
}
