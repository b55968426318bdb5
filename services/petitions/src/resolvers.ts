import { AlikePetitionResolver } from './alike/alike.resolver.ts';
import { ArchiveSearchResolver } from './archive-search/archive-search.resolver.ts';
import { AttachmentResolver, PetitionAttachmentsResolver } from './attachment/attachment.resolver.ts';
import { ClockResolver } from './clock/clock.resolver.ts';
import { ClockEventResolver } from './clock/clock-event.resolver.ts';
import { ClockStepResolver } from './clock-step/clock-step.resolver.ts';
import { ColleagueResolver } from './colleague/colleague.resolver.ts';
import { ContactAttemptResolver } from './contact-attempt/contact-attempt.resolver.ts';
import { CorrespondentResolver, PetitionCorrespondentsResolver } from './correspondent/correspondent.resolver.ts';
import { ExtensionConnectionResolver, ExtensionResolver } from './extension/extension.resolver.ts';
import { PetitionExtensionsResolver } from './extension/petition-extensions.resolver.ts';
import { HearingResolver, PetitionHearingsResolver } from './hearing/hearing.resolver.ts';
import { LedgerImportResolver } from './ledger-import/ledger-import.resolver.ts';
import { LedgerRowConnectionResolver, LedgerRowResolver } from './ledger-import/ledger-row.resolver.ts';
import { MaterialsRequestResolver, PetitionMaterialsResolver } from './materials-request/materials-request.resolver.ts';
import { MatterResolver } from './matter/matter.resolver.ts';
import { MatterCourseResolver, PetitionCourseResolver } from './matter-course/course.resolver.ts';
import { MessageResolver, PetitionMessagesResolver } from './message/message.resolver.ts';
import { DeskResolver } from './petition/desk.resolver.ts';
import { PetitionResolver } from './petition/petition.resolver.ts';
import { RevealResolver } from './petitioner/reveal.resolver.ts';
import { PolicyPackResolver } from './policy-pack/policy-pack.resolver.ts';
import { PublicDeskResolver } from './public-desk/public-desk.resolver.ts';
import { ClockEffectResolver } from './recount/clock-effect.resolver.ts';
import { PetitionRecusalsResolver, RecusalResolver } from './recusal/recusal.resolver.ts';
import { RegistrationResolver } from './registration/registration.resolver.ts';
import { ReminderConnectionResolver, ReminderResolver } from './reminder/reminder.resolver.ts';
import { PetitionRepliesResolver } from './reply/petition-replies.resolver.ts';
import { ReplyResolver } from './reply/reply.resolver.ts';
import { ReplyRecipientResolver, ReplyRecipientsResolver } from './reply-recipient/reply-recipient.resolver.ts';
import { ReplyTemplateResolver } from './reply-template/reply-template.resolver.ts';
import { InstitutionReportResolver, PetitionReportResolver } from './report/petition-report.resolver.ts';
import { SavedViewResolver } from './saved-view/saved-view.resolver.ts';
import { PetitionSuperiorReportsResolver, SuperiorReportResolver } from './superior-report/superior-report.resolver.ts';
import { NoteResolver, PetitionTasksResolver, TaskResolver } from './task/task.resolver.ts';
import { TimelineEntryResolver } from './timeline/timeline-entry.resolver.ts';
import { DayBoardResolver, PetitionTriageResolver, TriageDeskResolver } from './triage-desk/triage-desk.resolver.ts';
import { TriageRuleResolver } from './triage-rule/triage-rule.resolver.ts';
import { WorklistResolver } from './worklist/worklist.resolver.ts';

/** Of what happens after the decision: letters and whom they reach, strangers, orders from above, the matter’s course. */
const AFTER_TRIAGE = [
  CorrespondentResolver,
  PetitionCorrespondentsResolver,
  ReplyRecipientResolver,
  ReplyRecipientsResolver,
  MessageResolver,
  PetitionMessagesResolver,
  PublicDeskResolver,
  SuperiorReportResolver,
  PetitionSuperiorReportsResolver,
  PetitionCourseResolver,
  MatterCourseResolver,
  HearingResolver,
  PetitionHearingsResolver,
  TaskResolver,
  NoteResolver,
  PetitionTasksResolver,
];

/** Every field that is not plain data. */
export const RESOLVERS = [
  ClockResolver,
  ClockEventResolver,
  ClockStepResolver,
  ClockEffectResolver,
  ReminderResolver,
  ReminderConnectionResolver,
  PolicyPackResolver,
  ExtensionResolver,
  ExtensionConnectionResolver,
  PetitionExtensionsResolver,
  ColleagueResolver,
  DeskResolver,
  ArchiveSearchResolver,
  ContactAttemptResolver,
  MatterResolver,
  RevealResolver,
  PetitionResolver,
  PetitionRepliesResolver,
  ReplyResolver,
  ReplyTemplateResolver,
  TimelineEntryResolver,
  InstitutionReportResolver,
  PetitionReportResolver,
  WorklistResolver,
  SavedViewResolver,
  LedgerImportResolver,
  LedgerRowConnectionResolver,
  LedgerRowResolver,
  RegistrationResolver,
  AttachmentResolver,
  PetitionAttachmentsResolver,
  AlikePetitionResolver,
  MaterialsRequestResolver,
  PetitionMaterialsResolver,
  RecusalResolver,
  PetitionRecusalsResolver,
  TriageDeskResolver,
  DayBoardResolver,
  PetitionTriageResolver,
  TriageRuleResolver,
  ...AFTER_TRIAGE,
] as const;
