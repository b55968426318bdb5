import { type Answer, buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { beforeEach, expect, test } from 'vitest';
import { stationsService } from '../src/service.ts';
import { ask, colleague, database, ELSEWHERE, HERE, id, LIANG, lawyer, openStations, SHIFT } from './build.ts';

openStations();

const liang = buildViewer(HERE, ['DUTY_LAWYER'], { lawyerId: LIANG, accountId: id(91) });
const clerk = buildViewer(HERE, ['CLERK'], { staffId: id(74), accountId: id(92) });
const [PETITION, MATTER, LIANGS] = [id(95), id(96), id(43)];
const codeOf = ({ errors }: Answer) => errors?.[0].extensions.code;

beforeEach(async () => {
  for (const table of ['legal_aid_referral', 'opinion', 'conflict_hit', 'consultation']) {
    await database.rows(`delete from stations.${table}`);
  }
});

const FIELDS = `id state personName note outcome minutes viewerCanRecord viewerCanOverride
  opinions { id version text answer givenOn dueOn state daysLeft viewerCanAnswer }
  legalAidReferral { id version decideBy granted appointBy appointedOn }`;
const start = (viewer: Viewer, input: object) =>
  ask(
    viewer,
    `mutation ($input: StartConsultationInput!) { startConsultation(input: $input) { consultation { ${FIELDS} } } }`,
    { input: { dutyId: SHIFT, personName: '王小明', topic: 'CIVIL', ...input } },
  );
const started = async (viewer: Viewer, input: object = {}) =>
  (await start(viewer, input)).data.startConsultation.consultation;
const record = (viewer: Viewer, consultation: string, change: object = {}) =>
  ask(
    viewer,
    `mutation ($input: RecordConsultationInput!) { recordConsultation(input: $input) { consultation { ${FIELDS} } } }`,
    { input: { id: consultation, minutes: 25, outcome: 'EXPLAINED', note: '当事人担心期限', ...change } },
  );

test('a lawyer records a talk; the name is sealed, masked to the office, and the note is the lawyer’s own', async () => {
  const consultation = await started(lawyer, { petitionId: PETITION, matterId: MATTER, otherParties: ['某某公司'] });
  expect(consultation).toMatchObject({ state: 'OPEN', personName: '王小明', viewerCanRecord: true });
  expect(codeOf(await record(lawyer, consultation.id, { minutes: 0 }))).toBe('CONSULTATION_MINUTES_INVALID');
  const { data } = await record(lawyer, consultation.id);
  expect(data.recordConsultation.consultation).toMatchObject({ state: 'DONE', minutes: 25, note: '当事人担心期限' });
  const seen = await ask(
    clerk,
    `{ _entities(representations: [{ __typename: "Petition", id: "${PETITION}" }, { __typename: "Matter", id: "${MATTER}" }]) {
      ... on Petition { consultations { personName note outcome lawyer { name } } }
      ... on Matter { consultations { id } } } }`,
  );
  expect(seen.data._entities).toEqual([
    { consultations: [{ personName: '王＊＊', note: null, outcome: 'EXPLAINED', lawyer: { name: '欧阳平' } }] },
    { consultations: [{ id: consultation.id }] },
  ]);
  const [row] = await database.rows('select c::text as all from stations.consultation c');
  for (const plain of ['王小明', '某某公司', '当事人']) {
    expect(row.all).not.toContain(plain);
    expect(row.all).not.toContain(Buffer.from(plain).toString('hex'));
  }
});

test.each<[string, object, object, string | null]>([
  [
    'the firm advised the other side',
    { personName: '甲公司' },
    { personName: '李四', otherParties: ['甲 公司'] },
    'ADVISED_OTHER_SIDE',
  ],
  ['the firm was against the one who comes', { otherParties: ['李四'] }, { personName: '李四' }, 'WAS_OTHER_SIDE'],
  ['the same person comes again', {}, { personName: '王小明' }, null],
  ['somebody else comes about something else', { matterId: id(97) }, { personName: '赵六', matterId: MATTER }, null],
])('the check comes first: %s', async (_, before, now, kind) => {
  await started(lawyer, before);
  const consultation = await started(liang, { dutyId: LIANGS, ...now });
  expect(consultation.state).toBe(kind ? 'BLOCKED' : 'OPEN');
  const { data } = await ask(colleague, '{ consultations { id conflicts { kind lawyer { name } } } }');
  const found = data.consultations.find((one: { id: string }) => one.id === consultation.id);
  expect(found.conflicts).toEqual(kind ? [{ kind, lawyer: { name: '欧阳平' } }] : []);
});

test('a lawyer who helped one of several in a matter does not help another of them', async () => {
  await started(lawyer, { matterId: MATTER });
  expect((await started(lawyer, { matterId: MATTER, personName: '赵六' })).state).toBe('BLOCKED');
  const { data } = await ask(colleague, '{ consultations { conflicts { kind matter { id } } } }');
  expect(data.consultations[0].conflicts).toEqual([{ kind: 'SAME_MATTER', matter: { id: MATTER } }]);
});

const override = (viewer: Viewer, consultation: string, reason = '当事人知情并书面同意') =>
  ask(
    viewer,
    'mutation ($id: ID!, $reason: String!) { overrideConflict(id: $id, reason: $reason) { consultation { state overrideReason } } }',
    {
      id: consultation,
      reason,
    },
  );

test('what is blocked stays so until another officer overrides it with a reason, which is audited', async () => {
  await started(lawyer, { otherParties: ['李四'] });
  const blocked = await started(colleague, { personName: '李四' });
  expect(codeOf(await record(lawyer, blocked.id))).toBe('CONSULTATION_BLOCKED');
  expect(codeOf(await override(colleague, blocked.id))).toBe('OVERRIDE_BY_ANOTHER');
  const head = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: id(75), accountId: id(93) });
  expect(codeOf(await override(head, blocked.id, '好'))).toBe('TEXT_TOO_SHORT');
  expect((await override(head, blocked.id)).data.overrideConflict.consultation).toEqual({
    state: 'OPEN',
    overrideReason: '当事人知情并书面同意',
  });
  const [entry] = await database.rows(
    `select content from stations.audit_entry where content like '%OVERRIDE_CONFLICT%' order by sequence desc limit 1`,
  );
  expect(entry.content).toContain('当事人知情并书面同意');
  expect((await record(lawyer, blocked.id)).errors).toBeUndefined();
});

test('a lawyer is told that something speaks against it and not what', async () => {
  await started(lawyer, { otherParties: ['李四'] });
  await started(liang, { dutyId: LIANGS, personName: '李四' });
  const { data, errors } = await ask(liang, '{ consultations { state conflicts { kind } } }');
  expect(codeOf({ data, errors })).toBe('NOT_ALLOWED');
  expect((await ask(liang, '{ consultations { state personName } }')).data.consultations).toEqual([
    { state: 'BLOCKED', personName: '李四' },
  ]);
});

test('an opinion is owed an answer within ten working days, and answered once', async () => {
  const { id: consultation } = await started(lawyer, { petitionId: PETITION });
  const given = await ask(
    lawyer,
    `mutation { giveOpinion(consultationId: "${consultation}", text: "建议对鉴定意见重新审查。") { consultation { ${FIELDS} } } }`,
  );
  const [opinion] = given.data.giveOpinion.consultation.opinions;
  expect(opinion).toMatchObject({ givenOn: '2026-11-23', dueOn: '2026-12-07', state: 'OWED', viewerCanAnswer: false });
  const owed = async (viewer: Viewer) => (await ask(viewer, '{ owedConsultations { id } }')).data?.owedConsultations;
  expect(await owed(clerk)).toEqual([{ id: consultation }]);
  expect(await owed(buildViewer(ELSEWHERE, ['CLERK']))).toEqual([]);
  expect(await owed(lawyer)).toBeUndefined();
  const answer = (viewer: Viewer, version: number) =>
    ask(
      viewer,
      `mutation ($input: AnswerOpinionInput!) { answerOpinion(input: $input) { consultation { ${FIELDS} } } }`,
      {
        input: { id: opinion.id, version, text: '经研究，已委托重新鉴定。' },
      },
    );
  expect(codeOf(await answer(lawyer, opinion.version))).toBe('NOT_ALLOWED');
  const { data } = await answer(clerk, opinion.version);
  expect(data.answerOpinion.consultation.opinions[0]).toMatchObject({
    state: 'ANSWERED',
    text: '建议对鉴定意见重新审查。',
    answer: '经研究，已委托重新鉴定。',
  });
  expect(await owed(clerk)).toEqual([]);
  expect(codeOf(await answer(clerk, opinion.version))).toBe('OPINION_CHANGED');
  expect(codeOf(await answer(clerk, opinion.version + 1))).toBe('OPINION_ANSWERED');
});

test('somebody sent to legal aid is followed by the agency’s own time limits', async () => {
  const { id: consultation } = await started(lawyer);
  const refer = () =>
    ask(
      lawyer,
      `mutation { referToLegalAid(consultationId: "${consultation}", agency: "区法律援助中心") { consultation { ${FIELDS} } } }`,
    );
  const { data } = await refer();
  const { legalAidReferral: referral } = data.referToLegalAid.consultation;
  expect(referral).toMatchObject({ decideBy: '2026-11-30', granted: null });
  expect(codeOf(await refer())).toBe('REFERRED_BEFORE');
  const step = (version: number, granted: boolean | null) =>
    ask(
      clerk,
      `mutation ($input: RecordLegalAidStepInput!) { recordLegalAidStep(input: $input) { consultation { ${FIELDS} } } }`,
      {
        input: { id: referral.id, version, on: '2026-11-23', granted },
      },
    );
  expect(codeOf(await step(referral.version, null))).toBe('LEGAL_AID_STEP_WRONG');
  const decided = await step(referral.version, true);
  expect(decided.data.recordLegalAidStep.consultation.legalAidReferral).toMatchObject({ appointBy: '2026-11-26' });
  const appointed = await step(referral.version + 1, null);
  expect(appointed.data.recordLegalAidStep.consultation.legalAidReferral.appointedOn).toBe('2026-11-23');
});

test('nobody sits down with a lawyer who is not on duty that day', async () => {
  expect(codeOf(await start(clerk, { dutyId: id(42) }))).toBe('DUTY_NOT_TODAY');
  expect(codeOf(await start(liang, {}))).toBe('DUTY_NOT_FOUND');
});

test.each<[string, Viewer]>([
  ['another lawyer', liang],
  ['an office elsewhere', buildViewer(ELSEWHERE, ['STATION_ADMINISTRATOR'], { staffId: id(76), accountId: id(94) })],
])('%s finds a consultation at no door', async (_, stranger) => {
  const { id: consultation } = await started(lawyer, { petitionId: PETITION });
  const { data } = await ask(
    stranger,
    `{ consultations { id } _entities(representations: [{ __typename: "Petition", id: "${PETITION}" }]) {
      ... on Petition { consultations { id } } } }`,
  );
  expect(data).toEqual({ consultations: [], _entities: [{ consultations: [] }] });
  const mutation = `mutation { referToLegalAid(consultationId: "${consultation}", agency: "某中心") { consultation { id } } }`;
  expect(codeOf(await ask(stranger, mutation))).toBe('CONSULTATION_NOT_FOUND');
});

test('a newer calendar moves the day by which an opinion is to be answered', async () => {
  const { id: consultation } = await started(lawyer);
  await ask(
    lawyer,
    `mutation { giveOpinion(consultationId: "${consultation}", text: "建议对鉴定意见重新审查。") { consultation { id } } }`,
  );
  const worker = await database.start(stationsService, { clock: () => new Date('2026-11-24T04:00:00Z'), jobs: true });
  const payload = { version: 2, years: [2026], daysOff: ['2026-10-01', '2026-12-01'], extraWorkdays: ['2026-10-10'] };
  await database.deliver('roster.calendar-published', { institutionId: HERE, eventId: id(98), payload });
  await worker.stop();
  const { data } = await ask(clerk, '{ owedConsultations { opinions { dueOn } } }');
  expect(data.owedConsultations).toEqual([{ opinions: [{ dueOn: '2026-12-08' }] }]);
});
