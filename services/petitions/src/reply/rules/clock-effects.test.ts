import { expect, test } from 'vitest';
import { type ClockEffects, type ClocksBefore, clockEffects } from './clock-effects.ts';
import type { ReplyKind } from './reply-kinds.ts';

const running: ClocksBefore = {
  proceduralRuns: true,
  substantiveRuns: true,
  answerOwed: true,
  progressSatisfies: true,
};
const nothing: ClockEffects = {
  stopsProcedural: false,
  stopsSubstantive: false,
  followUp: 'UNCHANGED',
  matterState: null,
};

test.each<[string, ReplyKind, Partial<ClocksBefore>, Partial<ClockEffects>]>([
  ['a procedural reply stops the seven days', 'PROCEDURAL', {}, { stopsProcedural: true }],
  ['a second procedural reply stops nothing', 'PROCEDURAL', { proceduralRuns: false }, {}],
  [
    'a procedural reply ends what is not handled here',
    'PROCEDURAL',
    { answerOwed: false, substantiveRuns: false },
    { stopsProcedural: true, followUp: 'ENDS', matterState: 'ANSWERED' },
  ],
  [
    'progress satisfies the three months and not the matter',
    'PROGRESS',
    {},
    { stopsSubstantive: true, followUp: 'MOVES' },
  ],
  ['progress satisfies nothing when the pack says so', 'PROGRESS', { progressSatisfies: false }, { followUp: 'MOVES' }],
  ['later progress only moves the follow-up', 'PROGRESS', { substantiveRuns: false }, { followUp: 'MOVES' }],
  [
    'a result with nothing before it stops both',
    'RESULT',
    {},
    { stopsProcedural: true, stopsSubstantive: true, followUp: 'ENDS', matterState: 'ANSWERED' },
  ],
  [
    'a result after progress ends the follow-up',
    'RESULT',
    { proceduralRuns: false, substantiveRuns: false },
    { followUp: 'ENDS', matterState: 'ANSWERED' },
  ],
])('%s', (_, kind, before, effects) => {
  expect(clockEffects(kind, { ...running, ...before })).toEqual({ ...nothing, ...effects });
});
