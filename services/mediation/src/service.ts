import 'reflect-metadata';
import { isId } from '@everyletter/kit/id';
import type { Round } from '@everyletter/kit/rounds';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { ServiceDefinition } from '@everyletter/kit/service';
import { type RequestContext, startSubgraph } from '@everyletter/kit/subgraph';
import { buildSubgraph } from '@everyletter/kit/subgraph-schema';
import { migrations } from '../migrations/list.ts';
import { Agreement } from './agreement/agreement.entity.ts';
import { AgreementResolver, DocumentResolver, OutcomeResolver } from './agreement/agreement.resolver.ts';
import { Agreements } from './agreement/agreements.repository.ts';
import { Calendars } from './calendar/calendars.repository.ts';
import { hearCalendar } from './calendar/hear-calendar.ts';
import { Consent } from './consent/consent.entity.ts';
import type { Context } from './context.ts';
import { Disclosure } from './disclosure/disclosure.entity.ts';
import { Document } from './document/document.entity.ts';
import { Documents } from './document/documents.repository.ts';
import { FeedbackResolver, PartyFeedbackResolver } from './feedback/feedback.resolver.ts';
import { openFile } from './files.ts';
import { lookForDue } from './jobs/look-for-due.ts';
import { Note } from './note/note.entity.ts';
import { Offer } from './offer/offer.entity.ts';
import { Mediator, PartnerOrganisation } from './organisation/organisation.entity.ts';
import {
  InstitutionResolver,
  MediatorResolver,
  PartnerOrganisationResolver,
} from './organisation/organisation.resolver.ts';
import { Partners } from './organisation/partners.repository.ts';
import { MEDIATOR_CHANGED } from './organisation/tell-mediators.ts';
import { PartnerImportResolver } from './partner-import/partner-import.resolver.ts';
import { Parties } from './party/parties.repository.ts';
import { Party } from './party/party.entity.ts';
import { PartyResolver } from './party/party.resolver.ts';
import { PerformanceItem } from './performance/performance-item.entity.ts';
import { mediationPolicy } from './policy-table.ts';
import { Referral } from './referral/referral.entity.ts';
import { MatterResolver, ReferralConnectionResolver, ReferralResolver } from './referral/referral.resolver.ts';
import { REFERRAL_CHANGED } from './referral/referral-step.ts';
import { Referrals } from './referral/referrals.repository.ts';
import { Reminder } from './reminder/reminder.entity.ts';
import { MediationReportResolver } from './report/report.resolver.ts';
import { CaseKey } from './room/case-key.entity.ts';
import {
  DisclosureResolver,
  NoteResolver,
  ObjectionResolver,
  OfferResolver,
  RoomResolver,
} from './room/room.resolver.ts';
import { RowsOfReferral } from './room/room-rows.repository.ts';
import { Rooms } from './room/rooms.ts';
import { scopeOf } from './scope.ts';
import { MediationSession } from './session/session.entity.ts';
import { SessionResolver } from './session/session.resolver.ts';
import { Terms } from './terms/terms.entity.ts';
import { TermsInForce } from './terms/terms.repository.ts';

const entities = [
  PartnerOrganisation,
  Mediator,
  Referral,
  Party,
  Consent,
  Terms,
  CaseKey,
  Disclosure,
  MediationSession,
  Note,
  Offer,
  Agreement,
  PerformanceItem,
  Document,
  Reminder,
];

const HEARS = { 'roster.calendar-published': hearCalendar };

/** Every minute. */
const LOOK_FOR_DUE: Round<Context> = { everySeconds: 60, institutionsBy: 'mediation.institution_ids', run: lookForDue };

/** Partner organisations, their mediators, and what is referred to them. */
export const mediationService: ServiceDefinition = {
  name: 'mediation',
  migrations,
  entities,
  keepsOutsideSecrets: true,
  publishes: [REFERRAL_CHANGED, MEDIATOR_CHANGED],
  hears: Object.keys(HEARS) as (keyof typeof HEARS)[],
  buildSchema,
  start: (options) =>
    startSubgraph<Context>(
      {
        schema: buildSchema(),
        database: { schema: 'mediation', entities },
        scopeOf,
        context: (base) => contextOf(base, options.outsideKeys),
        files: openFile,
        publishes: [REFERRAL_CHANGED, MEDIATOR_CHANGED],
        hears: HEARS,
        round: LOOK_FOR_DUE,
      },
      { ...options, outsideKeys: undefined },
    ),
};

/** The keys of the partners reach nothing but the rooms, which only a mediator is given. */
function contextOf(base: RequestContext, outsideKeys: InstitutionKeys | undefined): Context {
  const { em, viewer, today } = base;
  return {
    ...base,
    step: { isTaken: false },
    partners: new Partners(em),
    referrals: new Referrals(em),
    parties: new Parties(em),
    terms: new TermsInForce(em, viewer.institutionId, today),
    calendars: new Calendars(em, viewer.institutionId),
    agreements: new Agreements(em),
    documents: new Documents(em),
    rooms: Rooms.for(viewer, em, outsideKeys),
    disclosures: new RowsOfReferral(em, Disclosure),
    sessions: new RowsOfReferral(em, MediationSession),
    notes: new RowsOfReferral(em, Note),
    offers: new RowsOfReferral(em, Offer),
    reminders: new RowsOfReferral(em, Reminder),
  };
}

function buildSchema() {
  type Reference = { readonly id: string };
  return buildSubgraph({
    resolvers: [
      PartnerOrganisationResolver,
      MediatorResolver,
      InstitutionResolver,
      ReferralResolver,
      ReferralConnectionResolver,
      MatterResolver,
      PartyResolver,
      RoomResolver,
      DisclosureResolver,
      NoteResolver,
      OfferResolver,
      ObjectionResolver,
      SessionResolver,
      OutcomeResolver,
      AgreementResolver,
      DocumentResolver,
      MediationReportResolver,
      FeedbackResolver,
      PartyFeedbackResolver,
      PartnerImportResolver,
    ],
    references: {
      PartnerOrganisation: ({ id }: Reference, { partners }: Context) => partners.organisation(id),
      Mediator: ({ id }: Reference, { partners }: Context) => partners.mediator(id),
      Referral: ({ id }: Reference, { referrals }: Context) => referrals.find(id),
      // The petitions subgraph says whether the matter is there; here only its referrals are guarded.
      Matter: ({ id }: Reference) => (isId(id) ? { id } : null),
      Institution: ({ id }: Reference, { partners }: Context) => partners.institution(id),
    },
    policy: mediationPolicy,
  });
}
