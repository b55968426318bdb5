import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { shown } from '../executor/fixture.ts';
import { CLERK, codeOf, LIVE_ID, own, PAGE_ID, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();
let cookie = '';

beforeAll(async () => {
  await gateway.open();
  cookie = await gateway.signIn();
});
afterAll(() => gateway.close());
afterEach(() => {
  for (const stream of opened.splice(0)) stream.close();
});
beforeEach(() => {
  shown.letter = 'l1';
});

interface Event {
  readonly event: string;
  readonly data: string;
}

const opened: Stream[] = [];

/** What a browser's `EventSource` would hear. */
class Stream {
  private buffer = '';
  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
  ) {}

  static async open(variables: object = {}, headers: Record<string, string> = { cookie }): Promise<Stream> {
    const abort = new AbortController();
    const query = new URLSearchParams({ documentId: LIVE_ID, variables: JSON.stringify(variables) });
    const response = await fetch(`${gateway.base}/graphql/stream?${query}`, { headers, signal: abort.signal });
    const stream = new Stream(response, abort, (response.body as ReadableStream<Uint8Array>).getReader());
    opened.push(stream);
    return stream;
  }

  async next(): Promise<Event> {
    for (;;) {
      const end = this.buffer.indexOf('\n\n');
      if (end >= 0) {
        const lines = this.buffer.slice(0, end).split('\n');
        this.buffer = this.buffer.slice(end + 2);
        const at = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
        if (at('event')) return { event: at('event').trim(), data: at('data').trim() };
        continue;
      }
      const { value, done } = await this.reader.read();
      if (done) return { event: 'closed', data: '' };
      this.buffer += Buffer.from(value).toString('utf8');
    }
  }

  async letter(): Promise<string> {
    const { event, data } = await this.next();
    return event === 'next' ? JSON.parse(data).data.letterShown.id : event;
  }

  close(): void {
    this.abort.abort();
  }
}

const announce = (id?: string, field = 'letterShown', institutionId = CLERK) =>
  gateway.live.tell({ institutionId, field, id });

test('a subscription shows what is so, and what it has become, joined from every subgraph', async () => {
  const stream = await Stream.open();
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
  expect(JSON.parse((await stream.next()).data)).toEqual({
    data: { letterShown: { id: 'l1', author: { name: 'BOB' }, score: 0.5 } },
  });
  shown.letter = 'l2';
  announce();
  expect(await stream.letter()).toBe('l2');
});

test('only announcements of its field, its institution and its thing are for it', async () => {
  const stream = await Stream.open({ place: 'here' });
  expect(await stream.letter()).toBe('l1');
  shown.letter = 'l2';
  announce(undefined, 'otherThing');
  announce(undefined, 'letterShown', 'another institution');
  announce('there');
  await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie));
  shown.letter = 'l3';
  announce('here');
  expect(await stream.letter()).toBe('l3');
});

test('after announcements may have been missed it asks again', async () => {
  const stream = await Stream.open();
  expect(await stream.letter()).toBe('l1');
  shown.letter = 'l4';
  gateway.live.tell(null);
  expect(await stream.letter()).toBe('l4');
});

test('a lost session ends the stream at the next announcement', async () => {
  const other = await gateway.signIn();
  const stream = await Stream.open({}, { cookie: other });
  expect(await stream.letter()).toBe('l1');
  await gateway.post('/auth/sign-out', {}, { ...own(other), origin: 'http://localhost:4000' });
  shown.letter = 'l5';
  announce();
  expect(await stream.letter()).toBe('complete');
});

describe('refused', () => {
  test('without a session', async () => {
    const { response } = await Stream.open({}, {});
    expect(response.status).toBe(401);
  });

  test('a query over the stream, and a subscription without one', async () => {
    const query = await fetch(`${gateway.base}/graphql/stream?documentId=${PAGE_ID}`, { headers: { cookie } });
    expect(await codeOf(query)).toBe('SUBSCRIPTION_EXPECTED');
    const once = await gateway.post('/graphql', { documentId: LIVE_ID }, own(cookie));
    expect(await codeOf(once)).toBe('SUBSCRIPTION_NEEDS_STREAM');
  });

  test('by POST from another site’s page', async () => {
    expect(await codeOf(await gateway.post('/graphql/stream', { documentId: LIVE_ID }, { cookie }))).toBe(
      'CSRF_HEADER_MISSING',
    );
  });

  test('more streams than one person needs', async () => {
    await Promise.all(Array.from({ length: 12 }, () => Stream.open()));
    const { response } = await Stream.open();
    expect(response.status).toBe(429);
  });
});

test('a gateway that closes says goodbye to its streams', async () => {
  const { gateway: second, at } = await gateway.start();
  const response = await fetch(`${at}/graphql/stream?documentId=${LIVE_ID}`, { headers: { cookie } });
  await second.close();
  expect(await response.text()).toMatch(/event: complete\ndata:\n\n$/);
});
