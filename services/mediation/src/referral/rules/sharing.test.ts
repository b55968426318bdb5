import { expect, test } from 'vitest';
import { decisionWords } from './decision-words.ts';
import { sharedByAll, sharedOf, sharingOf } from './sharing.ts';

const SHARED = ['DISPUTE', 'BACKGROUND', 'NAMES', 'PHONES'];
const party = (...scope: string[]) => ({ id: scope.join(), scope });

test.each([
  ['what both allow', [party('DISPUTE', 'BACKGROUND'), party('DISPUTE', 'BACKGROUND')], ['DISPUTE', 'BACKGROUND']],
  ['what only one allows stays hidden', [party('DISPUTE', 'BACKGROUND'), party('DISPUTE')], ['DISPUTE']],
  ['nothing before everybody answered', [party('DISPUTE'), { id: 'x', scope: null }], []],
  ['nothing the office does not share', [party('DISPUTE', 'REQUEST'), party('DISPUTE', 'REQUEST')], ['DISPUTE']],
])('of the dispute: %s', (_, parties, seen) => {
  expect(sharedByAll(SHARED, parties)).toEqual(seen);
});

test('of a party its own consent decides, whatever the other allows', () => {
  expect(sharedOf(SHARED, party('DISPUTE', 'NAMES'))).toEqual(['NAMES']);
  expect(sharedOf(SHARED, party('DISPUTE', 'ADDRESSES'))).toEqual([]);
  expect(sharedOf(SHARED, { id: 'x', scope: null })).toEqual([]);
});

test('without the dispute there is nothing to mediate', () => {
  expect(() => sharingOf(['NAMES'])).toThrow('SHARING_WITHOUT_DISPUTE');
  expect(sharingOf(['NAMES', 'DISPUTE', 'NAMES'])).toEqual(['DISPUTE', 'NAMES']);
});

test.each([
  ['不服不起诉决定', ['不起诉']],
  ['公安不批准逮捕，请求抗诉', ['不批准逮捕', '抗诉']],
  ['不批捕', ['不批捕']],
  ['邻里损害赔偿', []],
])('%s mentions %j of the decision itself', (text, words) => {
  expect(decisionWords(text)).toEqual(words);
});
