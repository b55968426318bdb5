import type { SubscriptionForwarder } from '@urql/core';

/** A subscription as server-sent events. The browser opens it again by itself when the connection is lost. */
export const eventStream: SubscriptionForwarder = ({ documentId, operationName, variables }) => ({
  subscribe(sink) {
    const address = new URLSearchParams({ documentId: String(documentId), variables: JSON.stringify(variables ?? {}) });
    if (operationName) address.set('operationName', operationName);
    const source = new EventSource(`/graphql/stream?${address}`);
    const end = () => {
      source.close();
      sink.complete();
    };
    source.addEventListener('next', ({ data }: MessageEvent<string>) => sink.next(JSON.parse(data)));
    source.addEventListener('complete', end);
    source.addEventListener('error', () => {
      // Refused for good, such as by a lost session: the next query of the page says why.
      if (source.readyState === EventSource.CLOSED) end();
    });
    return { unsubscribe: () => source.close() };
  },
});
