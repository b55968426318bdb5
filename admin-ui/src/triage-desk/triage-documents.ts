import { AttachmentFragment } from '../attachment/AttachmentList.vue';
import { graphql } from '../graphql/graphql.ts';

/** A petition on the triage desk: what its row, its sheet and the decisions about it need. */
export const TriageCardFragment = graphql(
  `
    fragment TriageCard on Petition {
      id
      version
      number
      subject
      channel
      category
      state
      disposition
      track
      trackReason { zh en }
      receivedOn
      triageTargetOn
      escalatedOn
      restricted
      peopleCount
      representativeCount
      transferredFrom
      viewerCanTriage
      viewerCanAnswerOnTheSpot
      suggestsLeaderOwner
      leaderOwner { id name }
      suggestedDepartment { id name }
      acceptanceChecks
      dispositionReasons { code disposition words { zh en } }
      petitioner { name anonymous }
      proceduralClock { kind dueOn state remainingDays }
      superiorOrder { from reportBackDueOn }
      repeatOf { id number }
      matter { id state }
      materialsRequest { id items requestedOn receivedOn noticePath }
      attachments { id ...Attachment }
    }
  `,
  [AttachmentFragment],
);

export const TriageDeskQuery = graphql(
  `
    query TriageDeskPage {
      viewer {
        accountId
        institution {
          id
          today
          departments { id name }
          staff { id name title roles department { id name } }
        }
      }
      triageLanes {
        track
        targetWorkdays
        count
        lateCount
        petitions { id ...TriageCard }
      }
    }
  `,
  [TriageCardFragment],
);

export const DisposePetition = graphql(
  `
    mutation DisposePetition($input: TriagePetitionInput!) {
      triagePetition(input: $input) { petition { id ...TriageCard } }
    }
  `,
  [TriageCardFragment],
);

export const RequestMaterials = graphql(
  `
    mutation RequestMaterials($input: RequestMaterialsInput!) {
      requestMaterials(input: $input) { petition { id ...TriageCard } }
    }
  `,
  [TriageCardFragment],
);

export const ReceiveMaterials = graphql(
  `
    mutation ReceiveMaterials($input: ReceiveMaterialsInput!) {
      receiveMaterials(input: $input) { petition { id ...TriageCard } }
    }
  `,
  [TriageCardFragment],
);

export const AnswerOnTheSpot = graphql(
  `
    mutation AnswerOnTheSpot($input: AnswerOnTheSpotInput!) {
      answerOnTheSpot(input: $input) { petition { id ...TriageCard replies { id letterPath } } }
    }
  `,
  [TriageCardFragment],
);
