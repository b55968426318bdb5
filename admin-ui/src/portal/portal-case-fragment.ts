import { graphql } from '../graphql/graphql.ts';
import { AgreementSheetFragment } from '../mediation/AgreementSheet.vue';
import { SharedViewFragment } from '../mediation/SharedView.vue';

/** One case as the partner sees it; every step of the portal answers with it. */
export const PortalCaseFragment = graphql(
  `
    fragment PortalCase on Referral {
      id
      version
      state
      subject
      field
      dispute
      consentedOn
      answerDueOn
      acceptedOn
      endsOn
      extensions
      waiting { kind until }
      viewerCommands
      organisation { id name isLawfulMediationBody mediators { id name active } }
      mediator { id name }
      shared { ...SharedView }
      parties { id side number consent mediatorAnswer extensionAnswer objection }
      disclosures { id nature text disclosedOn }
      sessions {
        id
        version
        kind
        state
        startsAt
        minutes
        place
        record
        attendance { partyId attendance }
        notices { partyId means at }
      }
      notes { id side text writtenAt }
      offers { id number side content followsId madeOn answer answeredOn }
      agreement {
        id
        version
        draftedOn
        facts
        dispute
        content
        signedOn
        effectiveOn
        confirmationDueOn
        confirmationAppliedOn
        confirmationCourt
        confirmedOn
        confirmationRefusedOn
        items { id number what dueOn performedOn }
        ...AgreementSheet
      }
      reminders { id kind dueOn }
      documents { id kind itemId name path }
    }
  `,
  [SharedViewFragment, AgreementSheetFragment],
);
