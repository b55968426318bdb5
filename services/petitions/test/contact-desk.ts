import type { Answer } from '@everyletter/kit/testing';
import { CLERK_ID, clerk, OFFICER_ID } from './build.ts';
import { Desk } from './desk.ts';

export const PAGE = `version nextAction { kind dueOn words { zh } }
  archiveSearches { archives yearFrom yearTo finding note searchedOn searchedBy { id } }
  contactAttempts { channel outcome attemptedOn officers { id } minutes record suggestedNext }
  timeline { kind on words { zh } detail }`;

export const MESSAGE = { channel: 'MESSAGE', outcome: 'NO_ANSWER', attemptedOn: '2026-11-18' };
export const VISIT = {
  channel: 'HOME_VISIT',
  outcome: 'REACHED',
  attemptedOn: '2026-11-20',
  officerIds: [CLERK_ID, OFFICER_ID],
  minutes: 130,
  record: '当面向王勤说明当年只是请其协助调查，未对其立案',
};

/** The desk that searches the archive for the letter and tries to reach who wrote it. */
export class ContactDesk extends Desk {
  search(change: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> {
    const input = {
      petitionId: this.letter,
      archives: ['诉讼档案', '统一业务应用系统'],
      yearFrom: 1998,
      yearTo: 2006,
      finding: 'NOTHING_FOUND',
      note: '以王勤为名未查到立案材料',
      ...change,
    };
    return this.ask(
      viewer,
      `mutation ($input: RecordArchiveSearchInput!) { recordArchiveSearch(input: $input) { petition { ${PAGE} } } }`,
      { input },
    );
  }

  attempt(change: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> {
    const input = {
      petitionId: this.letter,
      channel: 'PHONE',
      outcome: 'NOT_CONNECTED',
      attemptedOn: '2026-11-17',
      officerIds: [CLERK_ID],
      ...change,
    };
    return this.ask(
      viewer,
      `mutation ($input: RecordContactAttemptInput!) { recordContactAttempt(input: $input) { petition { ${PAGE} } } }`,
      { input },
    );
  }

  /** Everything a refused mutation might have left behind. */
  async traces(): Promise<string> {
    const found = await this.rows(
      `select (select count(*) from petitions.archive_search) as searches,
              (select count(*) from petitions.contact_attempt) as attempts,
              (select count(*) from petitions.timeline_entry) as told,
              (select count(*) from petitions.audit_entry) as audited,
              (select p::text from petitions.petition p where p.id = $1) as petition`,
      [this.letter],
    );
    return JSON.stringify(found);
  }
}
