import type { RequestContext } from '@everyletter/kit/subgraph';
import type { Petitions } from './petition/petition.repository.ts';
import type { Terms } from './policy-pack/terms.repository.ts';

export interface Context extends RequestContext {
  readonly petitions: Petitions;
  readonly terms: Terms;
}
