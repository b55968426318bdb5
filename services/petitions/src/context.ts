import type { RequestContext } from '@everyletter/kit/subgraph';
import type { Petitions } from './petition/petition.repository.ts';
import type { Terms } from './policy-pack/terms.repository.ts';
import type { Reports } from './report/report.repository.ts';
import type { Worklist } from './worklist/worklist.repository.ts';

export interface Context extends RequestContext {
  readonly petitions: Petitions;
  readonly terms: Terms;
  readonly worklist: Worklist;
  readonly reports: Reports;
}
