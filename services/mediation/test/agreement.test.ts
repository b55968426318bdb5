import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ASSOCIATION, clerk, fang, HE, he, leader, TODAY, yi } from './build.ts';
import { CaseDesk } from './case-desk.ts';

const desk = new CaseDesk();

beforeAll(() => desk.open());
afterAll(() => desk.close());
beforeEach(() => desk.turnTo(TODAY));

const OFFICE_VIEW =
  '{ id state agreement { facts content effectiveOn items { what dueOn performedOn } } documents { kind } }';
const asOffice = async (id: string) =>
  (await desk.ask(clerk, `{ referral(id: "${id}") ${OFFICE_VIEW} }`)).data.referral;

test('the office sees no draft; from the effective day it sees the agreement, the signed copy and nothing else', async () => {
  const { id: referralId } = await desk.talked();
  await desk.draft(referralId);
  await desk.hand(fang, `referrals/${referralId}/signed-agreement`);
  expect(await asOffice(referralId)).toMatchObject({ state: 'ACCEPTED', agreement: null, documents: [] });
  const { version } = await desk.read(fang, referralId);
  const concluded = await desk.go(fang, 'concludeAgreement', {
    referralId,
    version,
    signedOn: TODAY,
    effectiveOn: TODAY,
  });
  expect(concluded.referral).toMatchObject({
    state: 'AGREED',
    waiting: { kind: 'PERFORMANCE', until: '2026-11-30' },
    agreement: { confirmationDueOn: '2026-12-23' },
  });
  const dossier = { method: 'GET', path: `referrals/${referralId}/dossier.pdf` } as const;
  expect((await desk.service.files(dossier, clerk)).body.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await desk.service.files(dossier, fang)).status).toBe(403);
  expect(await asOffice(referralId)).toMatchObject({
    state: 'AGREED',
    agreement: { content: '孟广田承担修缮费用一万元', items: [{ what: '孟广田支付六千元' }, {}] },
    documents: [{ kind: 'SIGNED_AGREEMENT' }],
  });
});

test('it is written anew until it is signed, and printed with the names of the parties', async () => {
  const { id: referralId } = await desk.chosen();
  const first = await desk.draft(referralId);
  expect((await desk.draft(referralId)).code).toBe('AGREEMENT_CHANGED');
  const again = await desk.draft(referralId, {
    version: first.referral.agreement.version,
    items: [{ what: '一次付清', dueOn: '2026-12-01' }],
  });
  expect(again.referral.agreement.items).toMatchObject([{ number: 1, what: '一次付清' }]);
  const pdf = await desk.service.files({ method: 'GET', path: `referrals/${referralId}/agreement.pdf` }, fang);
  expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
  expect(
    (await desk.service.files({ method: 'GET', path: `referrals/${referralId}/agreement.pdf` }, clerk)).status,
  ).toBe(404);
  const conclude = { referralId, version: again.referral.version, signedOn: TODAY, effectiveOn: TODAY };
  expect((await desk.go(fang, 'concludeAgreement', conclude)).code).toBe('SIGNED_COPY_MISSING');
});

test('a copy signed before the words were changed does not stand for the new ones', async () => {
  const { id: referralId } = await desk.chosen();
  const first = await desk.draft(referralId);
  await desk.hand(fang, `referrals/${referralId}/signed-agreement`);
  const { version } = first.referral.agreement;
  const { referral } = await desk.draft(referralId, { version, content: '孟广田承担修缮费用一千元' });
  expect(referral.documents).toEqual([]);
  const days = { referralId, version: referral.version, signedOn: TODAY, effectiveOn: TODAY };
  expect((await desk.go(fang, 'concludeAgreement', days)).code).toBe('SIGNED_COPY_MISSING');
});

test('whoever takes over concludes nothing and reads no confidence before the parties have taken them', async () => {
  const { id: referralId } = await desk.talked();
  await desk.draft(referralId);
  await desk.hand(fang, `referrals/${referralId}/signed-agreement`);
  const { version } = await desk.read(fang, referralId);
  await desk.go(fang, 'replaceMediator', { referralId, version, mediatorId: HE, reason: 'UNAVAILABLE' });
  const taken = await desk.read(he, referralId);
  expect(taken).toMatchObject({ notes: [], offers: [] });
  const days = { referralId, version: taken.version, signedOn: TODAY, effectiveOn: TODAY };
  expect((await desk.go(he, 'concludeAgreement', days)).code).toBe('MEDIATOR_NOT_DISCLOSED');
  expect((await desk.go(he, 'makeOffer', { referralId, side: 'PETITIONER', content: '六千元' })).code).toBe(
    'MEDIATOR_NOT_DISCLOSED',
  );
});

test('days follow each other: accepted, signed and binding, performed; nothing is signed tomorrow', async () => {
  const { id: referralId } = await desk.talked();
  await desk.draft(referralId);
  await desk.hand(fang, `referrals/${referralId}/signed-agreement`);
  const { version } = await desk.read(fang, referralId);
  const days = { referralId, version, signedOn: TODAY, effectiveOn: TODAY };
  for (const [change, code] of [
    [{ signedOn: '2001-01-01' }, 'DAY_TOO_EARLY'],
    [{ effectiveOn: '2026-11-22' }, 'DAY_TOO_EARLY'],
    [{ effectiveOn: '2026-11-24' }, 'DAY_IN_FUTURE'],
  ] as const) {
    expect((await desk.go(fang, 'concludeAgreement', { ...days, ...change })).code).toBe(code);
  }
  const { referral } = await desk.go(fang, 'concludeAgreement', days);
  const done = { referralId, itemId: referral.agreement.items[0].id, performedOn: '1999-01-01' };
  expect((await desk.go(fang, 'recordPerformance', done)).code).toBe('DAY_TOO_EARLY');
  const apply = { referralId, appliedOn: '2026-11-22', court: '某区人民法院', jointly: true };
  expect((await desk.go(fang, 'applyForConfirmation', apply)).code).toBe('DAY_TOO_EARLY');
});

test.each([
  ['a program', Buffer.from('MZ\u0090'), 'DOCUMENT_KIND_UNKNOWN'],
  ['nothing', Buffer.alloc(0), 'DOCUMENT_EMPTY'],
  ['eleven megabytes', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(11 * 1024 * 1024)]), 'DOCUMENT_TOO_LARGE'],
])('%s is not taken for a signed copy', async (_, body, code) => {
  const { id: referralId } = await desk.chosen();
  await desk.draft(referralId);
  const answer = await desk.hand(fang, `referrals/${referralId}/signed-agreement`, body);
  expect(JSON.parse(answer.body.toString()).errors[0].extensions.code).toBe(code);
});

describe('judicial confirmation', () => {
  const apply = { appliedOn: TODAY, court: '某区人民法院', jointly: true };

  test('is applied for jointly, within the period, and answered by the court', async () => {
    const { id: referralId } = await desk.agreed();
    expect((await desk.go(fang, 'recordConfirmation', { referralId, confirmed: true, on: TODAY })).code).toBe(
      'CONFIRMATION_NOT_APPLIED',
    );
    expect((await desk.go(fang, 'applyForConfirmation', { referralId, ...apply, jointly: false })).code).toBe(
      'CONFIRMATION_NOT_JOINT',
    );
    desk.turnTo('2026-12-24');
    expect((await desk.go(fang, 'applyForConfirmation', { referralId, ...apply, appliedOn: '2026-12-24' })).code).toBe(
      'CONFIRMATION_OVERDUE',
    );
    expect(
      (await desk.go(fang, 'applyForConfirmation', { referralId, ...apply, appliedOn: '2026-12-23' })).errors,
    ).toBeUndefined();
    expect((await desk.go(fang, 'applyForConfirmation', { referralId, ...apply })).code).toBe(
      'CONFIRMATION_ALREADY_APPLIED',
    );
    expect(
      (await desk.go(fang, 'recordConfirmation', { referralId, confirmed: true, on: '2026-12-24' })).errors,
    ).toBeUndefined();
    expect((await desk.go(fang, 'recordConfirmation', { referralId, confirmed: false, on: '2026-12-24' })).code).toBe(
      'CONFIRMATION_ALREADY_ANSWERED',
    );
  });

  test('is refused before a body that is no lawful mediation organisation, and says why', async () => {
    const { id: referralId } = await desk.agreed();
    await desk.rows('update mediation.agreement set confirmation_due_on = null where referral_id = $1', [referralId]);
    expect((await desk.go(fang, 'applyForConfirmation', { referralId, ...apply })).code).toBe(
      'CONFIRMATION_NOT_LAWFUL_BODY',
    );
  });
});

test('before a mere association there is no last day for a judicial confirmation', async () => {
  const offered = await desk.offered({ organisationId: ASSOCIATION });
  const { referral } = await desk.step(yi, 'acceptReferral', { referralId: offered.id, version: offered.version });
  const referralId = referral.id;
  await desk.go(yi, 'discloseInterest', { referralId, nature: 'NONE' });
  for (const { id: partyId } of referral.parties) {
    const said = { answer: 'GIVEN', form: 'WRITTEN', answeredAt: desk.now.toISOString() };
    await desk.go(yi, 'recordMediatorAnswer', { referralId, partyId, ...said });
  }
  const words = {
    facts: '事实如上',
    dispute: '费用承担',
    content: '各自承担',
    items: [{ what: '付清', dueOn: '2026-12-01' }],
  };
  await desk.go(yi, 'draftAgreement', { referralId, version: null, ...words });
  await desk.hand(yi, `referrals/${referralId}/signed-agreement`);
  const { version } = await desk.read(yi, referralId);
  const concluded = await desk.go(yi, 'concludeAgreement', {
    referralId,
    version,
    signedOn: TODAY,
    effectiveOn: TODAY,
  });
  expect(concluded.referral.agreement.confirmationDueOn).toBeNull();
});

describe('performance', () => {
  test('is recorded item by item with proof; when all is done the case closes and is gone for the partner', async () => {
    const { id: referralId, agreement } = await desk.agreed();
    const [one, other] = agreement.items;
    expect((await desk.hand(fang, `referrals/${referralId}/items/${one.id}/evidence`)).status).toBe(201);
    await desk.go(fang, 'recordPerformance', { referralId, itemId: one.id, performedOn: TODAY });
    const { version } = await desk.read(fang, referralId);
    const close = () => desk.step(fang, 'completeReferral', { referralId, version }, { answer: 'id state' });
    expect((await close()).code).toBe('PERFORMANCE_OUTSTANDING');
    expect((await desk.go(fang, 'recordPerformance', { referralId, itemId: one.id, performedOn: TODAY })).code).toBe(
      'PERFORMANCE_ALREADY_RECORDED',
    );
    await desk.go(fang, 'recordPerformance', { referralId, itemId: other.id, performedOn: TODAY });
    expect((await close()).referral.state).toBe('PERFORMED');
    expect(await desk.read(fang, referralId)).toBeNull();
    expect((await asOffice(referralId)).documents).toEqual([{ kind: 'SIGNED_AGREEMENT' }]);
  });

  test('that is overdue is a breach only after the day it was due', async () => {
    const { id: referralId, version } = await desk.agreed();
    const breach = () => desk.step(fang, 'declareBreach', { referralId, version }, { answer: 'id state' });
    desk.turnTo('2026-11-30');
    expect((await breach()).code).toBe('PERFORMANCE_NOT_OVERDUE');
    desk.turnTo('2026-12-01');
    expect((await breach()).referral.state).toBe('BREACHED');
  });
});

test('a shared paper opens for the partner only if every party agreed to papers, and each opening is audited', async () => {
  const sharedFields = ['DISPUTE', 'NAMES', 'DOCUMENTS'];
  const { referral } = await desk.propose({ sharedFields });
  expect((await desk.hand(clerk, `referrals/${referral.id}/documents`)).status).toBe(201);
  expect((await desk.hand(leader, `referrals/${referral.id}/documents`)).status).toBe(403);
  const [one, other] = referral.parties;
  await desk.consent(one.id, { referralId: referral.id, scope: ['DISPUTE', 'DOCUMENTS'] });
  expect((await desk.hand(clerk, `referrals/${referral.id}/documents`)).status).toBe(422);
  await desk.consent(other.id, { referralId: referral.id, scope: ['DISPUTE'] });
  expect((await desk.read(fang, referral.id)).documents).toEqual([]);
  const [{ id }] = await desk.rows('select id from mediation.document where referral_id = $1', [referral.id]);
  expect((await desk.service.files({ method: 'GET', path: `documents/${id}` }, fang)).status).toBe(404);
  expect((await desk.service.files({ method: 'GET', path: `documents/${id}` }, clerk)).body.toString()).toBe(
    '%PDF-1.7 signed',
  );
  const [{ n }] = await desk.rows(
    `select count(*)::int as n from mediation.audit_entry where content like '%OPEN_DOCUMENT%'`,
  );
  expect(n).toBe(1);
});
