import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, HERE } from './build.ts';
import { ClockKeeper, security, system } from './clock-keeper.ts';
import { leader } from './reply-desk.ts';

const PACK = `version state effectiveFrom openPetitions note revision inForce viewerCanEdit viewerCanApprove
  draftedBy { id } approvedBy { id } numbers { key amount unit legalBasis changed enabled }
  effect(first: 10) { open totalCount edges { node { kind from to } } }`;
const desk = new ClockKeeper();
const STRICTER = { key: 'clocks.PROCEDURAL', amount: 3, unit: 'WORKDAY', legalBasis: '本院规定第三条：三个工作日' };

async function step(viewer: Viewer, name: string, input: object): Promise<Answer> {
  const type =
    { draftPolicyPack: 'DraftPolicyPackInput', editPolicyPack: 'EditPolicyPackInput' }[name] ?? 'PolicyPackStepInput';
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { policyPack { ${PACK} } } }`;
  const { data, errors } = await desk.ask(viewer, mutation, { input });
  return errors ? { code: errors[0].extensions.code, ...errors[0].extensions.details } : data[name].policyPack;
}

const edit = (change: object = {}) => ({
  version: '2026.2',
  revision: 1,
  effectiveFrom: '2026-12-01',
  openPetitions: 'MOVE',
  note: '提高标准',
  numbers: [STRICTER],
  ...change,
});

beforeAll(async () => {
  await desk.open({ jobs: true });
  await desk.receive({ receivedOn: localDate('2026-11-20') });
});
afterAll(() => desk.close());

test('a draft begins with the numbers in force, each with where it is written', async () => {
  expect(await step(system, 'draftPolicyPack', { version: '2026.2', effectiveFrom: '2026-11-01' })).toMatchObject({
    code: 'POLICY_PACK_IN_PAST',
  });
  const draft = await step(system, 'draftPolicyPack', { version: '2026.2', effectiveFrom: '2026-12-01' });
  expect(draft).toMatchObject({
    state: 'DRAFT',
    openPetitions: 'KEEP',
    viewerCanEdit: true,
    viewerCanApprove: false,
    inForce: false,
  });
  expect(draft.numbers.find(({ key }: Answer) => key === 'clocks.PROCEDURAL')).toMatchObject({
    amount: 7,
    unit: 'CALENDAR_DAY',
    changed: false,
  });
  expect(draft.numbers.every(({ changed }: Answer) => !changed)).toBe(true);
  expect(await step(security, 'draftPolicyPack', { version: '2026.3', effectiveFrom: '2026-12-01' })).toMatchObject({
    code: 'POLICY_PACK_DRAFT_OPEN',
  });
});

test.each<[string, object, object]>([
  [
    'a number out of its range',
    { numbers: [{ ...STRICTER, amount: 0 }] },
    { code: 'POLICY_NUMBER_OUT_OF_RANGE', field: 'numbers.0.amount' },
  ],
  ['a unit that is none of its own', { numbers: [{ ...STRICTER, unit: 'MONTH' }] }, { code: 'POLICY_UNIT_INVALID' }],
  ['a number without a source', { numbers: [{ ...STRICTER, legalBasis: ' ' }] }, { code: 'POLICY_BASIS_NEEDED' }],
  ['a number nobody knows', { numbers: [{ ...STRICTER, key: 'clocks.OTHER' }] }, { code: 'POLICY_NUMBER_UNKNOWN' }],
  ['a day that is over', { effectiveFrom: '2026-11-22' }, { code: 'POLICY_PACK_IN_PAST' }],
  ['a stale draft', { revision: 9 }, { code: 'POLICY_PACK_CHANGED' }],
  ['a pack that does not exist', { version: '1999' }, { code: 'POLICY_PACK_NOT_FOUND' }],
])('%s is refused and nothing is written', async (_, change, refusal) => {
  expect(await step(system, 'editPolicyPack', edit(change))).toMatchObject(refusal);
  const { data } = await desk.ask(system, `{ policyPack(version: "2026.2") { revision } }`);
  expect(data.policyPack.revision).toBe(1);
});

test('edited, it says which running clocks it would move; nobody who wrote in it approves it', async () => {
  const draft = await step(system, 'editPolicyPack', edit());
  expect(draft.effect).toEqual({
    open: 2,
    totalCount: 1,
    edges: [{ node: { kind: 'PROCEDURAL', from: '2026-11-27', to: '2026-11-25' } }],
  });
  expect(draft.numbers.find(({ key }: Answer) => key === 'clocks.PROCEDURAL')).toMatchObject({
    amount: 3,
    unit: 'WORKDAY',
    changed: true,
  });
  expect(await step(system, 'approvePolicyPack', { version: '2026.2', revision: 2 })).toMatchObject({
    code: 'POLICY_PACK_APPROVER_WROTE',
  });
});

test.each<[string, Viewer]>([
  ['a leader', leader],
  ['a clerk', clerk],
  ['an auditor', buildViewer(HERE, ['AUDITOR'], { staffId: system.staffId })],
])('%s writes no numbers', async (_, viewer) => {
  expect(await step(viewer, 'approvePolicyPack', { version: '2026.2', revision: 2 })).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('approved by the other, it counts from its day and moves what runs, with a trail', async () => {
  const approved = await step(security, 'approvePolicyPack', { version: '2026.2', revision: 2 });
  expect(approved).toMatchObject({ state: 'APPROVED', inForce: false, approvedBy: { id: security.staffId } });
  expect(await step(system, 'editPolicyPack', edit({ revision: 3 }))).toMatchObject({ code: 'POLICY_PACK_NOT_DRAFT' });
  const now = '2026-12-01T01:00:00Z';
  await desk.worker(now);
  await desk.scanned(now);
  await desk.until('moved', `select count(*) = 2 as done from petitions.clock_event where policy_version = '2026.2'`);
  desk.now = now;
  const { data } = await desk.ask(
    leader,
    `{ petition(id: "${desk.letter}") { proceduralClock { dueOn policyVersion events { type policyVersion } } } }`,
  );
  expect(data.petition.proceduralClock).toMatchObject({
    policyVersion: '2026.2',
    events: [
      { type: 'STARTED', policyVersion: '2025.1' },
      { type: 'RECOUNTED', policyVersion: '2026.2' },
    ],
  });
  const limit = await desk.ask(clerk, `{ timeLimit(kind: PROCEDURAL, receivedOn: "2026-12-01") { dueOn legalBasis } }`);
  expect(limit.data.timeLimit).toEqual({ dueOn: '2026-12-04', legalBasis: STRICTER.legalBasis });
});
