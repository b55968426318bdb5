import { graphql } from '../graphql/graphql.ts';
import { ReferralDeskFragment } from './referral-desk-fragment.ts';

export const ProposeReferral = graphql(`
  mutation ProposeReferral($input: ProposeReferralInput!) {
    proposeReferral(input: $input) { referral { id } }
  }
`);

export const ChangeSharing = graphql(
  `
    mutation ChangeSharing($input: ChangeSharingInput!) {
      changeSharing(input: $input) { referral { id ...ReferralDesk } }
    }
  `,
  [ReferralDeskFragment],
);

export const RecordConsent = graphql(
  `
    mutation RecordConsent($input: RecordConsentInput!) {
      recordConsent(input: $input) { referral { id ...ReferralDesk } }
    }
  `,
  [ReferralDeskFragment],
);

export const WithdrawConsent = graphql(
  `
    mutation WithdrawConsent($input: WithdrawConsentInput!) {
      withdrawConsent(input: $input) { referral { id ...ReferralDesk } }
    }
  `,
  [ReferralDeskFragment],
);

export const CancelReferral = graphql(
  `
    mutation CancelReferral($input: ReferralStepInput!) {
      cancelReferral(input: $input) { referral { id ...ReferralDesk } }
    }
  `,
  [ReferralDeskFragment],
);

export const RecordFeedback = graphql(
  `
    mutation RecordFeedback($input: RecordFeedbackInput!) {
      recordFeedback(input: $input) { referral { id ...ReferralDesk } }
    }
  `,
  [ReferralDeskFragment],
);
