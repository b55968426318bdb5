import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { nextAction, type Progress } from './next-action.ts';

const procedural = localDate('2026-11-23');
const substantive = localDate('2027-02-16');
const followUp = localDate('2027-03-16');

/** Accepted on the day it came, nothing done yet. */
const accepted: Progress = {
  state: 'DISPOSED',
  category: 'CRIMINAL_APPEAL',
  identityKind: 'REAL_NAME',
  disposition: 'ACCEPTED',
  matterState: 'HANDLING',
  archiveSearches: 0,
  contact: 'NOT_TRIED',
  openReply: null,
  isReturned: false,
  proceduralTargetOn: procedural,
  substantiveTargetOn: substantive,
  followUpDueOn: null,
};
const replied = { archiveSearches: 1, proceduralTargetOn: null } as const;

test.each<[string, Partial<Progress>, string, string | null]>([
  ['what nobody looked at is triaged', { state: 'REGISTERED', disposition: null }, 'TRIAGE', procedural],
  ['an appeal is looked up first', {}, 'ARCHIVE_SEARCH', procedural],
  ['a suggestion is not', { category: 'SUGGESTION' }, 'DRAFT_REPLY', procedural],
  ['nor is what was declined', { disposition: 'DECLINED' }, 'DRAFT_REPLY', procedural],
  ['after the search comes the reply', { archiveSearches: 1 }, 'DRAFT_REPLY', procedural],
  ['who was not reached is sought on', { archiveSearches: 1, contact: 'NOT_REACHED' }, 'CONTACT', procedural],
  ['who was reached is replied to', { archiveSearches: 1, contact: 'REACHED' }, 'DRAFT_REPLY', procedural],
  ['who cannot be reached still has a matter', { archiveSearches: 1, contact: 'UNREACHABLE' }, 'ANSWER', substantive],
  ['nobody replies to nobody', { identityKind: 'ANONYMOUS' }, 'ANSWER', substantive],
  ['a letter that came back is sent again', { isReturned: true }, 'RESEND_REPLY', procedural],
  ['a draft is completed', { openReply: { kind: 'PROCEDURAL', state: 'DRAFT' } }, 'COMPLETE_REPLY', procedural],
  ['a submitted one approved', { openReply: { kind: 'PROCEDURAL', state: 'SUBMITTED' } }, 'APPROVE_REPLY', procedural],
  ['an approved one sent', { openReply: { kind: 'PROCEDURAL', state: 'APPROVED' } }, 'DISPATCH_REPLY', procedural],
  [
    'a result goes by the longer clock',
    { ...replied, openReply: { kind: 'RESULT', state: 'DRAFT' } },
    'COMPLETE_REPLY',
    substantive,
  ],
  ['after the reply comes the answer', replied, 'ANSWER', substantive],
  ['after three months one every month', { ...replied, followUpDueOn: followUp }, 'FOLLOW_UP', followUp],
  ['an answered matter is done', { ...replied, matterState: 'ANSWERED', substantiveTargetOn: null }, 'NONE', null],
  [
    'a declined one is done with its reply',
    { ...replied, disposition: 'DECLINED', matterState: 'OPEN', substantiveTargetOn: null },
    'NONE',
    null,
  ],
])('%s', (_, change, kind, dueOn) => {
  const next = nextAction({ ...accepted, ...change });
  expect([next.kind, next.dueOn]).toEqual([kind, dueOn]);
  expect(next.words.zh).not.toBe('');
});
