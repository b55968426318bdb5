import type { RequestContext } from '@everyletter/kit/subgraph';
import type { Partners } from './organisation/partners.repository.ts';
import type { Parties } from './party/parties.repository.ts';
import type { Referrals } from './referral/referrals.repository.ts';
import type { TermsInForce } from './terms/terms.repository.ts';

export interface Context extends RequestContext {
  readonly partners: Partners;
  readonly referrals: Referrals;
  readonly parties: Parties;
  readonly terms: TermsInForce;
}
