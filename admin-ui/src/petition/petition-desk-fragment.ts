import { ArchiveSearchFragment } from '../archive-search/ArchiveSearches.vue';
import { AttachmentFragment } from '../attachment/AttachmentList.vue';
import { ClockCardFragment } from '../clock/ClockCard.vue';
import { ClockStepsFragment } from '../clock/ClockSteps.vue';
import { ContactAttemptFragment } from '../contact-attempt/ContactAttempts.vue';
import { PetitionExtensionsFragment } from '../extension/ExtensionList.vue';
import { graphql } from '../graphql/graphql.ts';
import { PetitionerCardFragment } from '../petitioner/PetitionerCard.vue';
import { RecusalFragment } from '../recusal/RecusalList.vue';
import { ReplySheetFragment } from '../reply/reply-fragments.ts';
import { TimelineFragment } from '../timeline/PetitionTimeline.vue';
import { PetitionHeadFragment } from './PetitionHead.vue';

/** The page of one petition; every step of the desk answers with it, so that the page is right without asking again. */
export const PetitionDeskFragment = graphql(
  `
    fragment PetitionDesk on Petition {
      id
      version
      state
      track
      handlingDepartment { id name }
      handler { id name }
      viewerCanTriage
      viewerCanReply
      nextAction { kind dueOn words { zh en } }
      clocks { kind ...ClockCard }
      attachments { id ...Attachment }
      recusals { id ...Recusal }
      viewerCanRecuseOthers
      archiveSearches { id ...ArchiveSearch }
      contactAttempts { id suggestedNext ...ContactAttempt }
      replies { id kind state templateId ...ReplySheet }
      timeline { id ...Timeline }
      ...PetitionHead
      ...PetitionerCard
      ...PetitionExtensions
      ...ClockSteps
    }
  `,
  [
    ClockCardFragment,
    AttachmentFragment,
    RecusalFragment,
    ArchiveSearchFragment,
    ContactAttemptFragment,
    ReplySheetFragment,
    TimelineFragment,
    PetitionHeadFragment,
    PetitionerCardFragment,
    PetitionExtensionsFragment,
    ClockStepsFragment,
  ],
);
