import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoId, staffId } from '../demo/ids.ts';
import { HOME } from '../demo/people.ts';
import { auditor, clerk, House, rota, security, stations, stranger, system } from './house.ts';

const PERSON = staffId(15);
const CLERK_HOLDER = staffId(22);
const house = new House();
beforeAll(() => house.open());
afterAll(() => house.close());

const REQUEST = 'request { id state viewerCanDecide requestedBy decidedBy } staff { roles }';
const request = (role: string, viewer = system, person = PERSON) =>
  house.change(
    viewer,
    ['requestGrant', 'RequestGrantInput'],
    { staffId: person, role, reason: '接任承办工作' },
    REQUEST,
  );
const decide = (id: string, granted: boolean, viewer = security) =>
  house.change(viewer, ['decideGrant', 'DecideGrantInput'], { id, granted }, REQUEST);
const revoke = (role: string, viewer = security, person = PERSON) =>
  house.change(viewer, ['revokeGrant', 'RevokeGrantInput'], { staffId: person, role }, 'staff { roles }');
const rolesOf = async (person: string): Promise<string[]> => {
  const rows = await house.rows('select role from roster.role_grant where staff_id = $1 order by role', [person]);
  return rows.map(({ role }) => role);
};

describe('a role', () => {
  test('asked for is not yet granted; a second person grants it, and it holds at once', async () => {
    const asked = await request('HANDLER');
    expect(asked).toMatchObject({ request: { state: 'PENDING', requestedBy: '蒋明澈' }, staff: { roles: ['CLERK'] } });
    const granted = await decide(asked.request.id, true);
    expect(granted).toMatchObject({
      request: { state: 'GRANTED', decidedBy: '丁守成' },
      staff: { roles: ['CLERK', 'HANDLER'] },
    });
    expect(await house.audited(asked.request.id)).toEqual(['REQUEST_GRANT', 'GRANT_ROLE']);
    expect((await house.told('roster.staff-changed')).at(-1)).toMatchObject({
      staffId: PERSON,
      roles: ['CLERK', 'HANDLER'],
    });
  });

  test('is taken away at once by one person, who need not ask', async () => {
    expect(await revoke('HANDLER', system)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await revoke('HANDLER')).staff.roles).toEqual(['CLERK']);
    expect(await revoke('HANDLER')).toMatchObject({ code: 'GRANT_NOT_FOUND' });
    expect(await house.audited(PERSON)).toContain('REVOKE_ROLE');
  });

  test('may be refused, and then asked for again', async () => {
    const { request: first } = await request('REPORTER');
    expect((await decide(first.id, false)).request.state).toBe('REFUSED');
    expect(await rolesOf(PERSON)).toEqual(['CLERK']);
    expect(await decide(first.id, true)).toMatchObject({ code: 'GRANT_ALREADY_DECIDED' });
    const { request: second } = await request('REPORTER');
    expect(second.state).toBe('PENDING');
    expect(await request('REPORTER')).toMatchObject({ code: 'GRANT_PENDING' });
  });
});

describe('the second person', () => {
  test('is not who asked, nor who it is for', async () => {
    const { request: asked } = await request('LEADER', security);
    expect(await decide(asked.id, true, security)).toMatchObject({ code: 'NOT_ALLOWED' });
    const theirs = buildViewer(HOME, ['SECURITY_ADMINISTRATOR'], { accountId: PERSON });
    expect(await decide(asked.id, true, theirs)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await decide(asked.id, false, system)).request.state).toBe('REFUSED');
  });

  test('or the first one administers rights: two who open accounts grant nothing', async () => {
    const { request: asked } = await request('LEADER');
    const another = buildViewer(HOME, ['SYSTEM_ADMINISTRATOR'], { accountId: demoId(4, 99) });
    expect(await decide(asked.id, true, another)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test.each([
    ['the auditor', auditor],
    ['a clerk', clerk],
  ])('is never %s', async (_, viewer) => {
    expect(await request('LEADER', viewer)).toMatchObject({ code: 'NOT_ALLOWED', kind: 'FORBIDDEN' });
  });
});

describe('administrators', () => {
  test('hold no other role, whichever was asked for first', async () => {
    expect(await request('AUDITOR')).toMatchObject({ code: 'ADMINISTRATOR_STANDS_ALONE' });
    expect(await request('HANDLER', system, security.staffId ?? '')).toMatchObject({
      code: 'ADMINISTRATOR_STANDS_ALONE',
    });
  });

  test('are not made by the invitation of outsiders', async () => {
    expect(await request('MEDIATOR')).toMatchObject({ code: 'ROLE_BY_INVITATION' });
  });

  test('two requests that exclude each other, granted at once, leave one', async () => {
    await house.rows('delete from roster.role_grant where staff_id = $1', [CLERK_HOLDER]);
    const wanted = ['SYSTEM_ADMINISTRATOR', 'AUDITOR', 'HANDLER'];
    const asked = [];
    for (const role of wanted) asked.push((await request(role, system, CLERK_HOLDER)).request.id);
    const answers = await Promise.all(asked.map((id) => decide(id, true)));
    expect(answers.filter(({ request: one }) => one?.state === 'GRANTED')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'ADMINISTRATOR_STANDS_ALONE')).toHaveLength(2);
    expect(await rolesOf(CLERK_HOLDER)).toHaveLength(1);
  });

  test('one request decided by two at once is decided once', async () => {
    const { request: asked } = await request('CLERK', system, staffId(23));
    const answers = await Promise.all([decide(asked.id, true), decide(asked.id, false), decide(asked.id, true)]);
    expect(answers.filter(({ request: one }) => one)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'GRANT_ALREADY_DECIDED')).toHaveLength(2);
  });
});

const INVITED = 'account { id email state roles } code expiresAt';
const invite = (input: object, viewer = system) =>
  house.change(viewer, ['inviteStaff', 'InviteStaffInput'], input, INVITED);
const outside = (input: object, viewer = stations) =>
  house.change(viewer, ['inviteOutsidePerson', 'InviteOutsidePersonInput'], input, INVITED);

describe('an invitation', () => {
  test('lets somebody in by a code that is kept nowhere, for seven days', async () => {
    const { account, code, expiresAt } = await invite({ staffId: PERSON, email: 'Gao@X.example' });
    expect(account).toMatchObject({ email: 'gao@x.example', state: 'INVITED', roles: ['CLERK'] });
    expect(expiresAt).toBe('2026-11-30T04:00:00.000Z');
    const dump = JSON.stringify([await house.rows('select * from roster.invitation'), await house.audited(account.id)]);
    expect(dump).not.toContain(code);
    const redeemed = `select * from roster.redeem_invitation('gao@x.example', $1, '2026-11-24')`;
    expect(await house.rows(redeemed, ['another'])).toEqual([]);
  });

  test('sent again holds alone, until somebody has come in by it', async () => {
    const { account } = await invite({ staffId: PERSON, email: 'gao@x.example' });
    const open = await house.rows('select from roster.invitation where account_id = $1 and withdrawn_at is null', [
      account.id,
    ]);
    expect(open).toHaveLength(1);
    await house.rows('update roster.invitation set redeemed_at = now() where account_id = $1', [account.id]);
    expect(await invite({ staffId: PERSON, email: 'gao@x.example' })).toMatchObject({ code: 'ACCOUNT_IN_USE' });
  });

  test.each([
    ['an address somebody has', { staffId: staffId(22), email: 'CLERK@demo.example' }, { code: 'EMAIL_TAKEN' }],
    ['what is no address', { staffId: staffId(22), email: 'gao' }, { code: 'EMAIL_INVALID' }],
    ['nobody', { staffId: demoId(3, 999), email: 'a@x.example' }, { code: 'STAFF_NOT_FOUND' }],
  ])('to %s is refused', async (_, input, refusal) => {
    expect(await invite(input)).toMatchObject(refusal);
  });

  test('of a lawyer carries the role, and is theirs to send who runs the stations', async () => {
    const lawyer = { displayName: '钟律师', email: 'zhong@law.example', lawyerId: demoId(6, 7) };
    expect(await outside(lawyer, system)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await outside(lawyer, rota)).toMatchObject({ code: 'NOT_ALLOWED' });
    const { account } = await outside(lawyer);
    expect(account).toMatchObject({ state: 'INVITED', roles: ['DUTY_LAWYER'] });
    const [claim] = await house.rows('select roles, lawyer_id from roster.viewer_claim where account_id = $1', [
      account.id,
    ]);
    expect(claim).toEqual({ roles: ['DUTY_LAWYER'], lawyer_id: demoId(6, 7) });
    expect((await outside({ ...lawyer, email: 'zhong2@law.example' })).account.id).toBe(account.id);
  });
});

describe('a mediator', () => {
  const [PARTNER, OTHER] = [demoId(8, 1), demoId(8, 2)];
  const [FANG, HE] = [demoId(7, 91), demoId(7, 92)];
  const FANGS = { displayName: '方调解', email: 'fang@m.example', mediatorId: FANG, partnerOrganisationId: PARTNER };
  const colleague = (mediatorId: string, partnerOrganisationId = PARTNER) =>
    buildViewer(HOME, ['MEDIATOR'], { mediatorId, partnerOrganisationId });
  const tell = async (mediatorId: string, version: number, change: object = {}) => {
    const told = { active: true, isAdministrator: mediatorId === HE, partnerOrganisationId: PARTNER, ...change };
    await house.hear('mediation.mediator-changed', { mediatorId, version, ...told });
  };

  test('is invited by the administrator of that very partner, or the office, once the mediation told of them', async () => {
    expect(await outside(FANGS)).toMatchObject({ code: 'MEDIATOR_UNKNOWN' });
    await tell(FANG, 1);
    await tell(HE, 1);
    expect(await outside(FANGS, colleague(FANG))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await outside(FANGS, colleague(HE, OTHER))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await outside({ ...FANGS, partnerOrganisationId: OTHER })).toMatchObject({ code: 'MEDIATOR_UNKNOWN' });
    expect((await outside(FANGS, colleague(HE))).account.roles).toEqual(['MEDIATOR']);
    const head = buildViewer(HOME, ['DEPARTMENT_HEAD'], { staffId: PERSON });
    expect((await outside(FANGS, head)).account.roles).toEqual(['MEDIATOR']);
    expect(await outside({ ...FANGS, lawyerId: demoId(6, 7) })).toMatchObject({ code: 'OUTSIDE_PERSON_UNCLEAR' });
    expect(await outside({ ...FANGS, partnerOrganisationId: null })).toMatchObject({ code: 'OUTSIDE_PERSON_UNCLEAR' });
  });

  test('who is disabled is signed out and not invited, whatever comes late; who comes back may come in', async () => {
    await tell(FANG, 3, { active: false });
    await tell(FANG, 2);
    const card = () =>
      house.rows(`select disabled, signed_out_at is not null as out from roster.account_card
      where email = 'fang@m.example'`);
    expect(await card()).toEqual([{ disabled: true, out: true }]);
    expect(await outside(FANGS)).toMatchObject({ code: 'MEDIATOR_DISABLED' });
    await tell(FANG, 4);
    expect(await card()).toEqual([{ disabled: false, out: true }]);
  });
});

test('a stranger finds neither requests nor accounts at any of the three doors', async () => {
  const { request: asked } = await request('HANDLER');
  const { data } = await house.ask(
    stranger,
    `{ grantRequests { id } _entities(representations: [{ __typename: "GrantRequest", id: "${asked.id}" },
      { __typename: "Account", id: "${clerk.accountId}" }]) { __typename } }`,
  );
  expect(data).toEqual({ grantRequests: [], _entities: [null, null] });
  expect(await decide(asked.id, true, stranger)).toMatchObject({ code: 'GRANT_REQUEST_NOT_FOUND' });
  expect(await revoke('CLERK', stranger)).toMatchObject({ code: 'STAFF_NOT_FOUND' });
});
