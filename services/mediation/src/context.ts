import type { RequestContext } from '@everyletter/kit/subgraph';
import type { Agreements } from './agreement/agreements.repository.ts';
import type { Calendars } from './calendar/calendars.repository.ts';
import type { Disclosure } from './disclosure/disclosure.entity.ts';
import type { Documents } from './document/documents.repository.ts';
import type { Note } from './note/note.entity.ts';
import type { Offer } from './offer/offer.entity.ts';
import type { Partners } from './organisation/partners.repository.ts';
import type { Parties } from './party/parties.repository.ts';
import type { Referrals } from './referral/referrals.repository.ts';
import type { Reminder } from './reminder/reminder.entity.ts';
import type { RowsOfReferral } from './room/room-rows.repository.ts';
import type { Rooms } from './room/rooms.ts';
import type { MediationSession } from './session/session.entity.ts';
import type { TermsInForce } from './terms/terms.repository.ts';

export interface Context extends RequestContext {
  /** Whether this request has changed something: its audit rows then stand in one transaction. */
  readonly step: { isTaken: boolean };
  readonly partners: Partners;
  readonly referrals: Referrals;
  readonly parties: Parties;
  readonly terms: TermsInForce;
  readonly calendars: Calendars;
  readonly agreements: Agreements;
  readonly documents: Documents;
  /** Null for everybody but a mediator; what follows is then empty too. */
  readonly rooms: Rooms | null;
  readonly disclosures: RowsOfReferral<Disclosure>;
  readonly sessions: RowsOfReferral<MediationSession>;
  readonly notes: RowsOfReferral<Note>;
  readonly offers: RowsOfReferral<Offer>;
  readonly reminders: RowsOfReferral<Reminder>;
}
