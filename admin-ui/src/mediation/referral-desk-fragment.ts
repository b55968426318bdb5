import { graphql } from '../graphql/graphql.ts';
import { AgreementSheetFragment } from './AgreementSheet.vue';
import { PartyCardFragment } from './PartyCard.vue';
import { SharedViewFragment } from './SharedView.vue';

/** The office's page of one referral; every step answers with it. */
export const ReferralDeskFragment = graphql(
  `
    fragment ReferralDesk on Referral {
      id
      version
      state
      subject
      field
      dispute
      sharedFields
      proposedOn
      consentedOn
      answerDueOn
      acceptedOn
      endsOn
      endedOn
      declineReason
      declineNote
      failureReason
      agreement { id ...AgreementSheet }
      reminders { id kind dueOn }
      documents { id kind name path }
      waiting { kind until }
      viewerCommands
      organisation { id name isLawfulMediationBody }
      mediator { id name }
      earlier { id state proposedOn }
      matter { id subject petitions { id number } }
      shared { ...SharedView }
      parties { id consent ...PartyCard }
    }
  `,
  [AgreementSheetFragment, PartyCardFragment, SharedViewFragment],
);
