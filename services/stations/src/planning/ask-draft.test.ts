import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { askDraft } from './ask-draft.ts';
import { draftFrom } from './rules/draft.ts';
import { answerOf } from './rules/draft-answers.ts';
import type { PlanLawyer, PlanningInput, PlanSeat } from './rules/planning-input.ts';

/** So many seats on one morning and one lawyer fewer for them: too large to be looked at before a thread has started. */
const SEATS = 460;
const DAY = localDate('2026-12-01');

test('a large draft is looked at in a thread, which says what the process itself would', async () => {
  const input = bigMorning();
  const at = SEATS - 1;
  for (const kind of ['PLAN', 'SPLIT', 'CANDIDATES', 'CONFLICTS', 'REMEDIES'] as const) {
    expect(await askDraft(input, { kind, at })).toEqual(answerOf(draftFrom(input), { kind, at }));
  }
  const [remedy] = await askDraft(input, { kind: 'REMEDIES', at });
  expect(remedy).toMatchObject({ assumption: { kind: 'ASK_UNAVAILABLE' }, unlocks: 1 });
});

function bigMorning(): PlanningInput {
  const seats = Array.from(
    { length: SEATS },
    (_, at): PlanSeat => ({
      stationId: `s${at}`,
      hallId: `s${at}`,
      date: DAY,
      halfDay: 'MORNING',
      line: 1,
      seat: 1,
      specialties: [],
      language: null,
      priority: 1,
      lawyerId: at < SEATS - 1 ? `l${at}` : null,
      locked: false,
    }),
  );
  const lawyers = Array.from(
    { length: SEATS },
    (_, at): PlanLawyer => ({
      id: `l${at}`,
      specialties: [],
      languages: [],
      stationIds: [],
      preferredStationIds: [],
      knownStationIds: [],
      weeklyCap: 3,
      monthlyCap: null,
      joinedOn: null,
      endedOn: null,
      availability: [at < SEATS - 1 ? 'AVAILABLE' : 'UNAVAILABLE', 'AVAILABLE'],
      servedBefore: 0,
    }),
  );
  return { days: [DAY], seats, lawyers, commitments: [] };
}
