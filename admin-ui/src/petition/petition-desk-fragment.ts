import { ArchiveSearchFragment } from '../archive-search/ArchiveSearches.vue';
import { AttachmentFragment } from '../attachment/AttachmentList.vue';
import { ClockCardFragment } from '../clock/ClockCard.vue';
import { ClockStepsFragment } from '../clock/ClockSteps.vue';
import { ContactAttemptFragment } from '../contact-attempt/ContactAttempts.vue';
import { CorrespondentFragment } from '../correspondent/correspondent-fragment.ts';
import { PetitionExtensionsFragment } from '../extension/ExtensionList.vue';
import { graphql } from '../graphql/graphql.ts';
import { HearingFragment, TasksFragment } from '../hearing/hearing-fragment.ts';
import { CourseFragment } from '../matter-course/course-fragment.ts';
import { MessageFragment } from '../message/message-fragment.ts';
import { PetitionerCardFragment } from '../petitioner/PetitionerCard.vue';
import { PetitionReceptionsFragment } from '../reception/petition-receptions-fragment.ts';
import { RecusalFragment } from '../recusal/RecusalList.vue';
import { ReplySheetFragment } from '../reply/reply-fragments.ts';
import { SuperiorOrderFragment } from '../superior-report/superior-order-fragment.ts';
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
      returnedOn
      messages { id readAt ...Message }
      correspondents { id ...Correspondent }
      nextAction { kind dueOn words { zh en } }
      clocks { kind ...ClockCard }
      attachments { id ...Attachment }
      recusals { id ...Recusal }
      viewerCanRecuseOthers
      archiveSearches { id ...ArchiveSearch }
      contactAttempts { id suggestedNext ...ContactAttempt }
      replies { id kind state ...ReplySheet }
      timeline { id ...Timeline }
      ...SuperiorOrderSheet
      ...Course
      ...Tasks
      hearings { id ...Hearing }
      ...PetitionHead
      ...PetitionerCard
      ...PetitionReceptions
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
    CorrespondentFragment,
    MessageFragment,
    SuperiorOrderFragment,
    CourseFragment,
    TasksFragment,
    HearingFragment,
    ReplySheetFragment,
    TimelineFragment,
    PetitionHeadFragment,
    PetitionerCardFragment,
    PetitionReceptionsFragment,
    PetitionExtensionsFragment,
    ClockStepsFragment,
  ],
);
