import { graphql } from '../graphql/graphql.ts';
import { PortalCaseFragment } from './portal-case-fragment.ts';

export const AcceptReferral = graphql(
  `
    mutation AcceptReferral($input: AcceptReferralInput!) {
      acceptReferral(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

/** The case is gone afterwards: nothing more of it is asked. */
export const DeclineReferral = graphql(`
  mutation DeclineReferral($input: DeclineReferralInput!) {
    declineReferral(input: $input) { referral { id state } }
  }
`);

export const PortalWithdraw = graphql(`
  mutation PortalWithdraw($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) { referral { id state } }
  }
`);
