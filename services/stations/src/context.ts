import type { RequestContext } from '@everyletter/kit/subgraph';
import type { CoverageFacts } from './coverage/coverage.repository.ts';
import type { Duty } from './duty.repository.ts';

export interface Context extends RequestContext {
  readonly duty: Duty;
  readonly coverage: CoverageFacts;
}
