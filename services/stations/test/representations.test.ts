import { type Answer, buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { beforeEach, expect, test } from 'vitest';
import { ask, colleague, database, ELSEWHERE, HERE, id, LIANG, lawyer, OUYANG, openStations } from './build.ts';

openStations();

const liang = buildViewer(HERE, ['DUTY_LAWYER'], { lawyerId: LIANG, accountId: id(91) });
const clerk = buildViewer(HERE, ['CLERK'], { staffId: id(74), accountId: id(92) });
const [PETITION, MATTER, LIANGS] = [id(95), id(96), id(43)];
const codeOf = ({ errors }: Answer) => errors?.[0].extensions.code;

beforeEach(async () => {
  for (const table of ['opinion', 'conflict_hit', 'consultation', 'representation']) {
    await database.rows(`delete from stations.${table}`);
  }
});

const started = async (viewer: Viewer, input: object) => {
  const query = `mutation ($input: StartConsultationInput!) { startConsultation(input: $input) { consultation { id state } } }`;
  return (await ask(viewer, query, { input: { topic: 'CIVIL', ...input } })).data.startConsultation.consultation;
};
const departmentHead = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: id(75), accountId: id(93) });
const REPRESENTATION = `id version state scope personName endNote endReason acceptedOn opinions { id version text answer dueOn }
  viewerCanAnswer viewerCanGiveOpinion viewerCanOverride viewerCanEnd`;
const PROPOSAL = {
  matterId: MATTER,
  petitionId: PETITION,
  lawyerId: OUYANG,
  personName: '王小明',
  otherParties: ['某某公司'],
  scope: ['READ_CASE_FILE', 'GIVE_OPINIONS'],
  consentForm: 'WRITTEN',
  consentedOn: '2026-11-20',
  freeOfCharge: true,
};
const step = async (viewer: Viewer, name: string, input: object) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`.replace(
    'AnswerRepresentationOpinionI',
    'AnswerOpinionI',
  );
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { representation { ${REPRESENTATION} } } }`;
  const answer = await ask(viewer, query, { input });
  return { code: codeOf(answer), representation: answer.data?.[name].representation };
};
const propose = (input: object = {}, viewer = clerk) =>
  step(viewer, 'proposeRepresentation', { ...PROPOSAL, ...input });
const suggest = (viewer: Viewer, which: string) =>
  ask(
    viewer,
    `mutation { giveRepresentationOpinion(id: "${which}", text: "建议调取原审庭审录像核对。") { representation { ${REPRESENTATION} } } }`,
  );

test('a lawyer takes a representation, suggests what the office must answer, and ends it', async () => {
  const { representation: proposed } = await propose();
  expect(proposed).toMatchObject({
    state: 'PROPOSED',
    personName: '王＊＊',
    scope: ['GIVE_OPINIONS', 'READ_CASE_FILE'],
  });
  expect(codeOf(await suggest(lawyer, proposed.id))).toBe('REPRESENTATION_STATE_FORBIDS');
  const seen = { id: proposed.id, version: proposed.version };
  const { representation: taken } = await step(lawyer, 'answerRepresentation', { ...seen, accepts: true });
  expect(taken).toMatchObject({ state: 'ACTIVE', personName: '王小明', acceptedOn: '2026-11-23' });
  expect((await step(lawyer, 'answerRepresentation', { ...seen, accepts: true })).code).toBe('REPRESENTATION_CHANGED');
  const { data } = await suggest(lawyer, proposed.id);
  const owed = async (viewer: Viewer) =>
    (await ask(viewer, '{ owedRepresentations { id } }')).data?.owedRepresentations;
  expect(await owed(clerk)).toEqual([{ id: proposed.id }]);
  expect(await owed(buildViewer(ELSEWHERE, ['CLERK']))).toEqual([]);
  expect(await owed(lawyer)).toBeUndefined();
  const [opinion] = data.giveRepresentationOpinion.representation.opinions;
  expect(opinion).toMatchObject({ text: '建议调取原审庭审录像核对。', dueOn: '2026-12-07', answer: null });
  const words = { id: opinion.id, version: opinion.version, text: '经研究，已调取录像并核对。' };
  const { representation: answered } = await step(clerk, 'answerRepresentationOpinion', words);
  expect(answered.opinions[0].answer).toBe('经研究，已调取录像并核对。');
  expect(await owed(clerk)).toEqual([]);
  const end = { id: proposed.id, version: taken.version, reason: 'COMPLETED' };
  expect((await step(lawyer, 'endRepresentation', end)).representation).toMatchObject({ state: 'ENDED' });
  expect(codeOf(await suggest(lawyer, proposed.id))).toBe('REPRESENTATION_STATE_FORBIDS');
});

test('a lawyer who may only read gives no opinion', async () => {
  const { representation: proposed } = await propose({ scope: ['READ_CASE_FILE'] });
  await step(lawyer, 'answerRepresentation', { id: proposed.id, version: proposed.version, accepts: true });
  const { data } = await ask(lawyer, '{ representations { viewerCanGiveOpinion } }');
  expect(data.representations).toEqual([{ viewerCanGiveOpinion: false }]);
  expect(codeOf(await suggest(lawyer, proposed.id))).toBe('REPRESENTATION_OUT_OF_SCOPE');
});

test.each<[string, object, string]>([
  ['that is not free of charge', { freeOfCharge: false }, 'REPRESENTATION_NOT_FREE'],
  ['without a scope', { scope: [] }, 'REPRESENTATION_SCOPE_EMPTY'],
  ['consented to tomorrow', { consentedOn: '2026-11-24' }, 'CONSENT_IN_FUTURE'],
  ['by a lawyer who is not there', { lawyerId: id(999) }, 'LAWYER_NOT_FOUND'],
  ['of nobody', { personName: ' ' }, 'TEXT_TOO_SHORT'],
])('a representation %s is refused and leaves nothing', async (_, input, code) => {
  expect((await propose(input)).code).toBe(code);
  expect(await database.rows('select id from stations.representation')).toEqual([]);
});

test('what speaks against a representation blocks it, talks and representations alike, until another officer overrides', async () => {
  await started(liang, { dutyId: LIANGS, personName: '某某公司' });
  const { representation: blocked } = await propose({}, departmentHead);
  expect(blocked).toMatchObject({ state: 'BLOCKED', viewerCanOverride: false });
  const seen = { id: blocked.id, version: blocked.version };
  expect((await step(lawyer, 'answerRepresentation', { ...seen, accepts: true })).code).toBe(
    'REPRESENTATION_STATE_FORBIDS',
  );
  expect((await step(departmentHead, 'overrideRepresentation', { ...seen, reason: '双方知情同意' })).code).toBe(
    'OVERRIDE_BY_ANOTHER',
  );
  expect(
    (await step(colleague, 'overrideRepresentation', { ...seen, reason: '双方知情同意' })).representation.state,
  ).toBe('PROPOSED');
  expect((await propose()).code).toBe('REPRESENTATION_OPEN');
  expect((await started(liang, { dutyId: LIANGS, personName: '某某公司', matterId: id(97) })).state).toBe('BLOCKED');
});

test('a no to a representation needs its reason, and a declined one speaks against nothing', async () => {
  const { representation } = await propose();
  const seen = { id: representation.id, version: representation.version, accepts: false };
  expect((await step(lawyer, 'answerRepresentation', seen)).code).toBe('TEXT_TOO_SHORT');
  const no = await step(lawyer, 'answerRepresentation', { ...seen, reason: '近期案件已满' });
  expect(no.representation).toMatchObject({ state: 'DECLINED', endNote: '近期案件已满', viewerCanEnd: false });
  expect((await propose({ lawyerId: LIANG })).representation.state).toBe('PROPOSED');
});

test.each<[string, Viewer]>([
  ['another lawyer', liang],
  ['an office elsewhere', buildViewer(ELSEWHERE, ['CLERK'], { staffId: id(76), accountId: id(94) })],
])('%s finds a representation at no door', async (_, stranger) => {
  const { representation } = await propose();
  const { data } = await ask(
    stranger,
    `{ representations { id } _entities(representations: [{ __typename: "Matter", id: "${MATTER}" }]) {
      ... on Matter { representations { id personName } } } }`,
  );
  expect(data).toEqual({ representations: [], _entities: [{ representations: [] }] });
  const end = { id: representation.id, version: 1, reason: 'COMPLETED' };
  expect((await step(stranger, 'endRepresentation', end)).code).toBe('REPRESENTATION_NOT_FOUND');
  expect(JSON.stringify(await database.rows('select r::text from stations.representation r'))).not.toContain('王小明');
});
