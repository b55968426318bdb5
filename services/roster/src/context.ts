import type { RequestContext } from '@everyletter/kit/subgraph';
import type { People } from './people.repository.ts';

export interface Context extends RequestContext {
  readonly people: People;
}
