import 'reflect-metadata';
import type { ServiceDefinition } from '@everyletter/kit/service';
import { type RequestContext, startSubgraph } from '@everyletter/kit/subgraph';
import { buildSubgraph } from '@everyletter/kit/subgraph-schema';
import { migrations } from '../migrations/list.ts';
import { AlikePetitions } from './alike/alike.repository.ts';
import { ArchiveSearch } from './archive-search/archive-search.entity.ts';
import { ArchiveSearches } from './archive-search/archive-searches.repository.ts';
import { Attachment } from './attachment/attachment.entity.ts';
import { Attachments } from './attachment/attachments.repository.ts';
import { ClockEventRow } from './clock/clock-event.entity.ts';
import { Clocks } from './clock/clocks.repository.ts';
import { PetitionClock } from './clock/petition-clock.entity.ts';
import { Colleagues } from './colleague/colleague.repository.ts';
import { hearStaffChanged, hearStaffHandedOver } from './colleague/hear-colleague.ts';
import { ContactAttempt } from './contact-attempt/contact-attempt.entity.ts';
import { ContactAttempts } from './contact-attempt/contact-attempts.repository.ts';
import type { Context } from './context.ts';
import { Correspondent } from './correspondent/correspondent.entity.ts';
import { Correspondents } from './correspondent/correspondents.repository.ts';
import { Extension } from './extension/extension.entity.ts';
import { Extensions } from './extension/extensions.repository.ts';
import { openFile } from './files.ts';
import { Hearing } from './hearing/hearing.entity.ts';
import { Hearings } from './hearing/hearings.repository.ts';
import { goOnWithLedger } from './jobs/go-on-with-ledger.ts';
import { goRound } from './jobs/go-round.ts';
import { markEarlierPetitions } from './jobs/mark-earlier.ts';
import { recountClocks } from './jobs/recount-clocks.ts';
import { EarlierPetitions } from './ledger-import/earlier-petitions.repository.ts';
import { LedgerImport } from './ledger-import/ledger-import.entity.ts';
import { LedgerImports } from './ledger-import/ledger-imports.repository.ts';
import { LedgerRow } from './ledger-import/ledger-row.entity.ts';
import { MaterialsRequest } from './materials-request/materials-request.entity.ts';
import { MaterialsRequests } from './materials-request/materials-requests.repository.ts';
import { hearMediation } from './matter/hear-mediation.ts';
import { Matter } from './matter/matter.entity.ts';
import { Message } from './message/message.entity.ts';
import { Messages } from './message/messages.repository.ts';
import { Petition } from './petition/petition.entity.ts';
import { Petitions } from './petition/petition.repository.ts';
import { Reveals } from './petitioner/reveals.repository.ts';
import { Office } from './policy-pack/office.entity.ts';
import { PolicyPackRecord } from './policy-pack/policy-pack.entity.ts';
import { PolicyPacks } from './policy-pack/policy-packs.repository.ts';
import { Terms } from './policy-pack/terms.repository.ts';
import { petitionsPolicy } from './policy-table.ts';
import { PublicDesk } from './public-desk/public-desk.repository.ts';
import { QueueTickets } from './queue-ticket/queue-tickets.repository.ts';
import { hearCalendar } from './recount/hear-calendar.ts';
import { OpenClocks } from './recount/open-clocks.repository.ts';
import { Recusal } from './recusal/recusal.entity.ts';
import { Recusals } from './recusal/recusals.repository.ts';
import { Registrations } from './registration/registration.repository.ts';
import { Reminder } from './reminder/reminder.entity.ts';
import { Reminders } from './reminder/reminders.repository.ts';
import { Letters } from './reply/letters.ts';
import { Reply } from './reply/reply.entity.ts';
import { Replies } from './reply/reply.repository.ts';
import { ReplyRecipient } from './reply-recipient/reply-recipient.entity.ts';
import { ReplyRecipients } from './reply-recipient/reply-recipients.repository.ts';
import { ReplyTemplateRecord } from './reply-template/reply-template.entity.ts';
import { ReplyTemplates } from './reply-template/reply-templates.repository.ts';
import { FigureCounts } from './report/figure-counts.repository.ts';
import { Reports } from './report/report.repository.ts';
import { findFigure } from './report/rules/figures.ts';
import { RESOLVERS } from './resolvers.ts';
import { SavedView } from './saved-view/saved-view.entity.ts';
import { SavedViews } from './saved-view/saved-views.repository.ts';
import { scopeOf } from './scope.ts';
import { SearchMark } from './search-mark/search-mark.entity.ts';
import { SearchMarks } from './search-mark/search-marks.repository.ts';
import { SuperiorReport } from './superior-report/superior-report.entity.ts';
import { SuperiorReports } from './superior-report/superior-reports.repository.ts';
import { Note } from './task/note.entity.ts';
import { Task } from './task/task.entity.ts';
import { Tasks } from './task/tasks.repository.ts';
import { TimelineEntry } from './timeline/timeline-entry.entity.ts';
import { TriageDesk } from './triage-desk/triage-desk.repository.ts';
import { TriageRules } from './triage-rule/triage-rules.repository.ts';
import { Worklist } from './worklist/worklist.repository.ts';

const PUBLISHES = ['petitions.matter-archived', 'petitions.recusal-changed'] as const;
const QUEUES = {
  'petitions.ledger-import': goOnWithLedger,
  'petitions.recount': recountClocks,
  'petitions.search-marks': markEarlierPetitions,
};
const HEARS = {
  'roster.staff-changed': hearStaffChanged,
  'roster.staff-handed-over': hearStaffHandedOver,
  'roster.calendar-published': hearCalendar,
  'mediation.referral-changed': hearMediation,
};

const entities = [
  Petition,
  Matter,
  TimelineEntry,
  Office,
  ArchiveSearch,
  ContactAttempt,
  LedgerImport,
  LedgerRow,
  Reply,
  ClockEventRow,
  PetitionClock,
  Extension,
  Attachment,
  SavedView,
  MaterialsRequest,
  Recusal,
  PolicyPackRecord,
  Reminder,
  Correspondent,
  ReplyRecipient,
  Message,
  SuperiorReport,
  Hearing,
  Task,
  Note,
  SearchMark,
  ReplyTemplateRecord,
];

/** Petitions and matters, their clocks, replies and hearings. */
export const petitionsService: ServiceDefinition = {
  name: 'petitions',
  migrations,
  entities,
  queues: Object.keys(QUEUES) as (keyof typeof QUEUES)[],
  hears: Object.keys(HEARS) as (keyof typeof HEARS)[],
  publishes: PUBLISHES,
  buildSchema,
  start: (options) =>
    startSubgraph<Context>(
      {
        schema: buildSchema(),
        database: {
          schema: 'petitions',
          entities,
        },
        scopeOf,
        context: contextOf,
        files: openFile,
        queues: QUEUES,
        hears: HEARS,
        round: goRound,
        publishes: PUBLISHES,
      },
      options,
    ),
};

/** What every request of this service works with. */
function contextOf(base: RequestContext): Context {
  const petitions = new Petitions(base.em);
  const worklist = new Worklist(base.em, base.viewer, petitions);
  const terms = new Terms(base.em, base.viewer.institutionId, base.today);
  const replyTemplates = new ReplyTemplates(base.em);
  return {
    ...base,
    archiveSearches: new ArchiveSearches(base.em),
    contactAttempts: new ContactAttempts(base.em),
    clocks: new Clocks(base.em),
    extensions: new Extensions(base.em),
    policyPacks: new PolicyPacks(base.em),
    reminders: new Reminders(base.em, base.viewer),
    openClocks: new OpenClocks(base.em),
    colleagues: new Colleagues(base.em),
    petitions,
    reveals: new Reveals(base.em, base.viewer, base.now),
    replies: new Replies(base.em),
    correspondents: new Correspondents(base.em),
    replyRecipients: new ReplyRecipients(base.em),
    replyTemplates,
    messages: new Messages(base.em),
    superiorReports: new SuperiorReports(base.em),
    hearings: new Hearings(base.em),
    tasks: new Tasks(base.em),
    publicDesk: new PublicDesk(base.em, base.options.keys),
    letters: new Letters({ petitions, terms, replyTemplates }, base.options.keys, base.today),
    savedViews: new SavedViews(base.em),
    searchMarks: new SearchMarks(base.em, base.viewer.institutionId, base.options.keys),
    worklist,
    materialsRequests: new MaterialsRequests(base.em),
    recusals: new Recusals(base.em),
    triageDesk: new TriageDesk(base.em, base.viewer.institutionId, worklist),
    triageRules: new TriageRules(base.em, base.viewer.institutionId),
    reports: new Reports(base.em, base.viewer, base.today),
    figureCounts: new FigureCounts(base.em, base.viewer, base.today),
    ledgerImports: new LedgerImports(base.em),
    earlierPetitions: new EarlierPetitions(base.em, base.viewer.institutionId, base.options.keys),
    attachments: new Attachments(base.em, base.options.keys),
    alikePetitions: new AlikePetitions(base.em, base.viewer.institutionId, base.options.keys),
    queueTickets: new QueueTickets(base.em, base.now),
    registrations: new Registrations(base.em, base.viewer.institutionId, base.options.keys, base.now),
    terms,
  };
}

function buildSchema() {
  return buildSubgraph({
    resolvers: RESOLVERS,
    references: {
      Petition: ({ id }: { id: string }, { petitions }: Context) => petitions.find(id),
      Matter: ({ id }: { id: string }, { petitions }: Context) => petitions.matter(id),
      Reply: ({ id }: { id: string }, { replies }: Context) => replies.find(id),
      Extension: ({ id }: { id: string }, { extensions }: Context) => extensions.find(id),
      Staff: ({ id }: { id: string }, { colleagues }: Context) => colleagues.find(id),
      Institution: ({ id }: { id: string }, { reports }: Context) => reports.institution(id),
      FigureDefinition: ({ code }: { code: string }) => findFigure(code),
    },
    policy: petitionsPolicy,
  });
}
