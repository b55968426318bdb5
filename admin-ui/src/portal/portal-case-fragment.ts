import { graphql } from '../graphql/graphql.ts';
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
      waiting { kind until }
      viewerCommands
      organisation { id name isLawfulMediationBody mediators { id name active } }
      mediator { id name }
      shared { ...SharedView }
      parties { id side number consent }
    }
  `,
  [SharedViewFragment],
);
