import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Keeps proxies and the connection's own timeout from cutting a quiet stream. Milliseconds. */
const HEARTBEAT_MS = 15_000;

/** A stream takes its connection along when it ends, so that nothing holds up a gateway that closes. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  connection: 'close',
};

/** Server-sent events in the shape of GraphQL over SSE: `next` with an answer, `complete` at the end. */
export class EventStream {
  private readonly heartbeat: NodeJS.Timeout;

  constructor(private readonly reply: FastifyReply) {
    reply.hijack();
    reply.raw.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...HEADERS });
    this.heartbeat = setInterval(() => reply.raw.write(':\n\n'), HEARTBEAT_MS).unref();
    reply.raw.once('close', () => clearInterval(this.heartbeat));
  }

  next(answer: unknown): void {
    this.reply.raw.write(`event: next\ndata: ${JSON.stringify(answer)}\n\n`);
  }

  complete(): void {
    clearInterval(this.heartbeat);
    this.reply.raw.end('event: complete\ndata:\n\n');
  }
}
