import type { Fetch } from '@everyletter/gateway/test/executor/compare';
import type { Service } from '@everyletter/kit/service';
import type { Viewer } from '@everyletter/kit/viewer';

/**
 * Asks the services as this viewer, and each of them the same thing only once: nothing changes while executors are
 * compared, and the database is what costs. Every answer is read anew from its JSON, as over a wire.
 */
export function rememberedFetch(services: ReadonlyMap<string, Service>, viewer: Viewer): Fetch {
  const answers = new Map<string, Promise<string>>();
  async function ask(subgraph: string, query: string, variables: Parameters<Fetch>[2]): Promise<string> {
    const service = services.get(subgraph);
    if (!service) throw new Error(`No subgraph ${subgraph}`);
    return JSON.stringify(await service.execute({ query, variables }, viewer));
  }
  return async (...request) => {
    const key = JSON.stringify(request);
    const answer = answers.get(key) ?? ask(...request);
    answers.set(key, answer);
    return JSON.parse(await answer);
  };
}
