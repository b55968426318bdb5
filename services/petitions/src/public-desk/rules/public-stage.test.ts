import { expect, test } from 'vitest';
import { publicStage, type StageFacts } from './public-stage.ts';

const told: StageFacts = { state: 'DISPOSED', disposition: 'ACCEPTED', matterState: 'HANDLING', isTold: true };

test.each<[string, Partial<StageFacts>, string]>([
  ['nobody has looked at yet', { state: 'REGISTERED', disposition: null, isTold: false }, 'RECEIVED'],
  ['was decided on and not told yet', { isTold: false }, 'RECEIVED'],
  ['was declined and not told yet', { disposition: 'DECLINED', isTold: false }, 'RECEIVED'],
  ['was accepted', {}, 'HANDLING'],
  ['has a result that is not told yet', { matterState: 'RESULT_READY' }, 'HANDLING'],
  ['was sent elsewhere', { disposition: 'TRANSFERRED' }, 'SENT_ON'],
  ['was declined', { disposition: 'DECLINED' }, 'NOT_TAKEN_ON'],
  ['was answered', { matterState: 'ANSWERED' }, 'ANSWERED'],
  ['was archived', { matterState: 'ARCHIVED' }, 'CLOSED'],
])('what %s', (_, change, stage) => {
  expect(publicStage({ ...told, ...change })).toBe(stage);
});
