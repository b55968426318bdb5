import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLERK_ID, clerk, ELSEWHERE, HERE, NINTH, SECOND } from './build.ts';
import { NOBODY } from './desk.ts';
import { FrontDesk } from './front-desk.ts';

const desk = new FrontDesk();
const administrator = buildViewer(HERE, ['SYSTEM_ADMINISTRATOR'], { staffId: CLERK_ID });

beforeAll(() => desk.open());
afterAll(() => desk.close());

const RULE = {
  name: '其余',
  channels: [],
  categories: [],
  identityKinds: [],
  fromSuperior: null,
  track: 'CLEAR_NATURE',
  targetWorkdays: null,
  departmentId: null,
};
const CONSULTATION = {
  ...RULE,
  name: '咨询当场办',
  categories: ['LEGAL_CONSULTATION'],
  targetWorkdays: 0,
  departmentId: SECOND,
};

const save = (rules: unknown, version: number, viewer = administrator) =>
  desk.ask(
    viewer,
    `mutation ($input: SaveTriageRulesInput!) { saveTriageRules(input: $input) { triageRules { version savedBy { id } rules { name } } } }`,
    { input: { version, rules } },
  );

test('until a table is saved the desk works by the one that always stood', async () => {
  const { data } = await desk.ask(clerk, '{ triageRules { version savedAt rules { name track } } }');
  expect(data.triageRules).toMatchObject({ version: 0, savedAt: null });
  expect(data.triageRules.rules.map(({ name }: { name: string }) => name)).toEqual([
    '上级交办',
    '难于归口',
    '实名来信',
    '性质明确',
  ]);
  expect((await desk.register()).data.registerPetition.petition.trackReason).toEqual({ zh: '实名来信' });
});

test('a saved table routes what comes from then on, and the earlier one is kept', async () => {
  const before = (await desk.register({ category: 'LEGAL_CONSULTATION' })).data.registerPetition.petition;
  const { data, errors } = await save([CONSULTATION, RULE], 0);
  expect(errors).toBeUndefined();
  expect(data.saveTriageRules.triageRules).toMatchObject({ version: 1, savedBy: { id: CLERK_ID } });
  const { petition } = (await desk.register({ category: 'LEGAL_CONSULTATION' })).data.registerPetition;
  expect(petition).toMatchObject({
    track: 'CLEAR_NATURE',
    trackReason: { zh: '咨询当场办' },
    triageTargetOn: '2026-11-23',
  });
  const read = (id: string) =>
    desk.ask(clerk, `{ petition(id: "${id}") { trackReason { zh } suggestedDepartment { id } } }`);
  expect((await read(petition.id)).data.petition.suggestedDepartment).toEqual({ id: SECOND });
  expect((await read(before.id)).data.petition).toEqual({ trackReason: { zh: '实名来信' }, suggestedDepartment: null });
  const history = await desk.ask(administrator, '{ triageRuleHistory { version } }');
  expect(history.data.triageRuleHistory).toEqual([{ version: 1 }, { version: 0 }]);
});

test('a table can be tried before it is saved', async () => {
  const arrival = { channel: 'PHONE', category: 'LEGAL_CONSULTATION', identityKind: 'REAL_NAME', fromSuperior: false };
  const { data } = await desk.ask(
    administrator,
    `query ($rules: [TriageRuleInput!]!, $arrival: TriedArrivalInput!) { tryTriageRules(rules: $rules, arrival: $arrival) {
      position targetWorkdays rule { name departmentId } } }`,
    { rules: [CONSULTATION, RULE], arrival },
  );
  expect(data.tryTriageRules).toEqual({
    position: 0,
    targetWorkdays: 0,
    rule: { name: '咨询当场办', departmentId: SECOND },
  });
});

test('of two administrators at once the second is told, and a bad table changes nothing', async () => {
  const current = async () => (await desk.ask(administrator, '{ triageRules { version } }')).data.triageRules.version;
  const version = await current();
  expect((await save([RULE], version - 1)).errors[0].extensions).toMatchObject({
    code: 'TRIAGE_RULES_CHANGED',
    kind: 'CONFLICT',
  });
  expect((await save([CONSULTATION], version)).errors[0].extensions.code).toBe('TRIAGE_RULES_LAST_NOT_FOR_ALL');
  expect((await save([{ ...RULE, departmentId: NOBODY }], version)).errors[0].extensions.code).toBe(
    'DEPARTMENT_NOT_FOUND',
  );
  expect(await current()).toBe(version);
});

test.each([
  ['a clerk', clerk],
  ['a leader', buildViewer(HERE, ['LEADER'], { staffId: CLERK_ID })],
  ['a security administrator', buildViewer(HERE, ['SECURITY_ADMINISTRATOR'], { staffId: CLERK_ID })],
])('%s saves no table', async (_, stranger) => {
  expect((await save([RULE], 1, stranger)).errors[0].extensions.code).toBe('NOT_ALLOWED');
});

test('another institution has a table of its own', async () => {
  const elsewhere = buildViewer(ELSEWHERE, ['SYSTEM_ADMINISTRATOR'], { staffId: CLERK_ID, departmentIds: [NINTH] });
  expect((await desk.ask(elsewhere, '{ triageRules { version } }')).data.triageRules.version).toBe(0);
});
