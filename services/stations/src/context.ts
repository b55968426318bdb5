import type { FeedTokens } from '@everyletter/kit/feed';
import type { RequestContext } from '@everyletter/kit/subgraph';
import type { Consultations } from './consultation/consultations.repository.ts';
import type { CoverageFacts } from './coverage/coverage.repository.ts';
import type { Candidates } from './duty/candidates.repository.ts';
import type { Duties } from './duty/duties.repository.ts';
import type { Duty } from './duty.repository.ts';
import type { DutyNotices } from './duty-notice/duty-notices.repository.ts';
import type { DutyPolicies } from './duty-policy/duty-policies.repository.ts';
import type { Firms } from './firm/firms.repository.ts';
import type { Lawyers } from './lawyer/lawyers.repository.ts';
import type { Opinions } from './opinion/opinions.repository.ts';
import type { CoveragePlans } from './plan/coverage-plans.repository.ts';
import type { PlanningInputs } from './planning/planning-inputs.repository.ts';
import type { Representations } from './representation/representations.repository.ts';
import type { Requirements } from './requirement/requirements.repository.ts';
import type { Swaps } from './swap/swaps.repository.ts';

export interface Context extends RequestContext {
  readonly duty: Duty;
  readonly coverage: CoverageFacts;
  readonly dutyPolicies: DutyPolicies;
  readonly lawyers: Lawyers;
  readonly firms: Firms;
  readonly duties: Duties;
  readonly candidates: Candidates;
  readonly dutyNotices: DutyNotices;
  readonly swaps: Swaps;
  readonly feeds: FeedTokens;
  readonly consultations: Consultations;
  readonly opinions: Opinions;
  readonly representations: Representations;
  readonly requirements: Requirements;
  readonly coveragePlans: CoveragePlans;
  readonly planningInputs: PlanningInputs;
}
