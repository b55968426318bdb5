import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { type RoomStanding, type Standing, waitingFor } from './waiting.ts';

const day = (text: string) => localDate(text);
const TODAY = day('2026-11-23');
const ENDS = day('2026-12-20');
const room: RoomStanding = {
  hasDisclosed: true,
  mediatorAnswers: [true, true],
  isDrafted: false,
  nextSessionOn: null,
  heldSessions: 0,
};
const standing: Standing = { state: 'ACCEPTED', answerDueOn: null, endsOn: ENDS, today: TODAY, room, outcome: null };
const due = (openDueOn: string[], confirmationDueOn: string | null) => ({
  state: 'AGREED',
  outcome: {
    openDueOn: openDueOn.map(day),
    confirmationDueOn: confirmationDueOn && day(confirmationDueOn),
  } as Standing['outcome'],
});

test.each<[string, Partial<Standing>, string, string | null]>([
  ['proposed', { state: 'PROPOSED' }, 'CONSENT', null],
  ['offered', { state: 'CONSENTED', answerDueOn: day('2026-11-30') }, 'PARTNER_ANSWER', '2026-11-30'],
  ['accepted, for the office', { room: null }, 'OUTCOME', ENDS],
  ['nothing disclosed', { room: { ...room, hasDisclosed: false } }, 'DISCLOSURE', ENDS],
  ['a party has not said', { room: { ...room, mediatorAnswers: [true, null] } }, 'MEDIATOR_ACCEPTANCE', ENDS],
  ['a party objects', { room: { ...room, mediatorAnswers: [null, false] } }, 'REPLACEMENT', ENDS],
  ['the mediator is taken', {}, 'SESSION', ENDS],
  ['a session is planned', { room: { ...room, nextSessionOn: day('2026-11-28') } }, 'SESSION_RECORD', '2026-11-28'],
  ['a session was held', { room: { ...room, heldSessions: 1 } }, 'OUTCOME', ENDS],
  ['an agreement is drafted', { room: { ...room, isDrafted: true, heldSessions: 1 } }, 'SIGNATURES', ENDS],
  ['on the last day', { today: ENDS }, 'SESSION', ENDS],
  ['the period is over', { today: day('2026-12-21') }, 'PERIOD_OVER', ENDS],
  ['confirmation comes first', due(['2027-01-10'], '2026-12-30'), 'CONFIRMATION', '2026-12-30'],
  ['performance comes first', due(['2026-12-01'], '2026-12-30'), 'PERFORMANCE', '2026-12-01'],
  ['confirmation was let go', due(['2027-01-10'], '2026-11-22'), 'PERFORMANCE', '2027-01-10'],
  ['all performed', due([], null), 'CLOSURE', null],
  ['ended', { state: 'WITHDRAWN' }, 'NOTHING', null],
])('%s: waits for the first thing that is not done', (_, change, kind, until) => {
  expect(waitingFor({ ...standing, ...change })).toEqual({ kind, until });
});
