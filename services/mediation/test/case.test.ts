import type { Answer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clerk, fang, HE, he, TODAY } from './build.ts';
import { CaseDesk, SECRETS } from './case-desk.ts';

const desk = new CaseDesk();

beforeAll(() => desk.open());
afterAll(() => desk.close());
beforeEach(() => desk.turnTo(TODAY));

describe('a mediator', () => {
  test('discloses first, is taken by both, and only then sets a session', async () => {
    const { id: referralId, parties } = await desk.accepted();
    const session = { referralId, kind: 'ONLINE', startsAt: '2026-11-25T01:00:00Z', minutes: 60, place: '会议号 123' };
    expect((await desk.read(fang, referralId)).waiting).toEqual({ kind: 'DISCLOSURE', until: '2026-12-23' });
    expect((await desk.go(fang, 'planSession', session)).code).toBe('MEDIATOR_NOT_DISCLOSED');
    expect((await desk.answer('recordMediatorAnswer', referralId, parties[0].id)).code).toBe('MEDIATOR_NOT_DISCLOSED');
    expect((await desk.go(fang, 'discloseInterest', { referralId, nature: 'BUSINESS' })).code).toBe(
      'DISCLOSURE_TEXT_NEEDED',
    );
    const disclosed = await desk.go(fang, 'discloseInterest', { referralId, nature: 'NONE' });
    expect(disclosed.referral.waiting.kind).toBe('MEDIATOR_ACCEPTANCE');
    expect((await desk.go(fang, 'planSession', session)).code).toBe('MEDIATOR_NOT_ACCEPTED');
    await desk.answer('recordMediatorAnswer', referralId, parties[0].id);
    const { referral } = await desk.answer('recordMediatorAnswer', referralId, parties[1].id);
    expect(referral.waiting.kind).toBe('SESSION');
    expect((await desk.go(fang, 'planSession', session)).referral.waiting).toEqual({
      kind: 'SESSION_RECORD',
      until: '2026-11-25',
    });
  });

  test('a party objects to is replaced; the next one discloses anew, and the former finds nothing', async () => {
    const { id: referralId, parties } = await desk.accepted();
    await desk.go(fang, 'discloseInterest', { referralId, nature: 'NEAR_RELATIVE', text: '是一方的表亲' });
    const objected = await desk.answer('recordMediatorAnswer', referralId, parties[1].id, 'REFUSED');
    expect(objected.referral.waiting.kind).toBe('REPLACEMENT');
    const replace = { referralId, version: objected.referral.version, mediatorId: HE, reason: 'PARTY_OBJECTED' };
    expect((await desk.go(fang, 'replaceMediator', { ...replace, mediatorId: fang.mediatorId })).code).toBe(
      'MEDIATOR_UNCHANGED',
    );
    expect((await desk.go(fang, 'replaceMediator', replace)).referral.mediator).toEqual({ id: HE });
    expect(await desk.read(fang, referralId)).toBeNull();
    expect(await desk.read(he, referralId)).toMatchObject({ waiting: { kind: 'DISCLOSURE' }, mediator: { id: HE } });
  });

  test('may be replaced by the partner’s administrator, who reads nothing of what was said', async () => {
    const { id: referralId, version } = await desk.chosen();
    const seen = await desk.read(he, referralId);
    expect(seen.disclosures).toEqual([]);
    expect(seen.viewerCommands).toEqual(['REPLACE_MEDIATOR']);
    expect(
      (await desk.go(he, 'replaceMediator', { referralId, version, mediatorId: HE, reason: 'UNAVAILABLE' })).errors,
    ).toBeUndefined();
  });
});

test('an objection is in writing, and only who mediates reads it', async () => {
  const { id: referralId, parties } = await desk.chosen();
  const answeredAt = desk.now.toISOString();
  const silent = { referralId, partyId: parties[1].id, answer: 'REFUSED', form: 'WRITTEN', answeredAt };
  expect((await desk.go(fang, 'recordMediatorAnswer', silent)).code).toBe('OBJECTION_REASON_NEEDED');
  await desk.answer('recordMediatorAnswer', referralId, parties[1].id, 'REFUSED');
  const read = `{ referral(id: "${referralId}") { parties { objection } } }`;
  expect((await desk.ask(fang, read)).data.referral.parties[1].objection).toBe(SECRETS.objection);
  expect((await desk.ask(clerk, read)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  expect(JSON.stringify(await desk.rows('select c::text from mediation.consent c'))).not.toContain(SECRETS.objection);
});

describe('a session', () => {
  test('is recorded once it began, with every party accounted for, and once', async () => {
    const { id: referralId, parties } = await desk.chosen();
    const plan = { referralId, kind: 'ON_SITE', startsAt: '2026-11-24T01:00:00Z', minutes: 60, place: '现场' };
    expect((await desk.go(fang, 'planSession', { ...plan, startsAt: '2026-11-22T01:00:00Z' })).code).toBe(
      'SESSION_IN_PAST',
    );
    expect((await desk.go(fang, 'planSession', { ...plan, minutes: 0 })).code).toBe('MINUTES_INVALID');
    const [session] = (await desk.go(fang, 'planSession', plan)).referral.sessions;
    const attendance = parties.map(({ id: partyId }: Answer) => ({ partyId, attendance: 'PRESENT' }));
    const record = { sessionId: session.id, version: session.version, attendance, record: '双方各自陈述' };
    expect((await desk.go(fang, 'recordSession', record)).code).toBe('SESSION_NOT_BEGUN');
    desk.turnTo('2026-11-24');
    expect((await desk.go(fang, 'recordSession', { ...record, attendance: attendance.slice(1) })).code).toBe(
      'ATTENDANCE_INCOMPLETE',
    );
    expect((await desk.go(fang, 'recordSession', { ...record, version: 9 })).code).toBe('SESSION_CHANGED');
    expect((await desk.go(fang, 'recordSession', record)).errors).toBeUndefined();
    expect((await desk.go(fang, 'recordSession', { ...record, version: 2 })).code).toBe('SESSION_NOT_PLANNED');
  });

  test('goes into a calendar, moves with the parties told anew, and is shown as called off afterwards', async () => {
    const { id: referralId, parties } = await desk.chosen();
    const plan = { referralId, kind: 'IN_PERSON', startsAt: '2026-11-25T01:00:00Z', minutes: 60, place: '三号会议室' };
    const [session] = (await desk.go(fang, 'planSession', plan)).referral.sessions;
    const ics = async () =>
      (await desk.service.files({ method: 'GET', path: `sessions/${session.id}.ics` }, fang)).body.toString();
    expect(await ics()).toMatch(/SEQUENCE:0[\s\S]*DTSTART:20261125T010000Z[\s\S]*STATUS:CONFIRMED/);
    await desk.go(fang, 'noteNotice', { sessionId: session.id, partyId: parties[0].id, means: 'PHONE' });
    const { version } = (await desk.read(fang, referralId)).sessions[0];
    const later = {
      sessionId: session.id,
      kind: 'ONLINE',
      startsAt: '2026-11-26T01:00:00Z',
      minutes: 45,
      place: '视频',
    };
    expect((await desk.go(fang, 'moveSession', { ...later, version, startsAt: '2026-11-20T01:00:00Z' })).code).toBe(
      'SESSION_IN_PAST',
    );
    expect((await desk.go(fang, 'moveSession', { ...later, version, startsAt: '2027-01-04T01:00:00Z' })).code).toBe(
      'SESSION_AFTER_PERIOD',
    );
    const moved = await desk.go(fang, 'moveSession', { ...later, version });
    expect(moved.referral.sessions).toMatchObject([{ state: 'PLANNED', place: '视频', notices: [] }]);
    expect((await desk.go(fang, 'moveSession', { ...later, version })).code).toBe('SESSION_CHANGED');
    expect(await ics()).toMatch(/SEQUENCE:1[\s\S]*DTSTART:20261126T010000Z[\s\S]*LOCATION:视频/);
    await desk.go(fang, 'cancelSession', { sessionId: session.id, version: moved.referral.sessions[0].version });
    expect(await ics()).toMatch(/SEQUENCE:2[\s\S]*STATUS:CANCELLED/);
  });
});

test('offers have versions; each is answered once, and a version follows one of the same side', async () => {
  const { id: referralId } = await desk.chosen();
  const one = (await desk.go(fang, 'makeOffer', { referralId, side: 'OTHER_SIDE', content: '六千元' })).referral
    .offers[0];
  const follow = { referralId, content: '八千元', followsId: one.id };
  expect((await desk.go(fang, 'makeOffer', { ...follow, side: 'PETITIONER' })).code).toBe('OFFER_NOT_FOUND');
  const { referral } = await desk.go(fang, 'makeOffer', { ...follow, side: 'OTHER_SIDE' });
  expect(referral.offers).toMatchObject([{ number: 1 }, { number: 2, followsId: one.id, content: '八千元' }]);
  expect((await desk.go(fang, 'answerOffer', { offerId: one.id, answer: 'ACCEPTED' })).code).toBe('OFFER_REPLACED');
  const answer = { offerId: referral.offers[1].id, answer: 'ACCEPTED' };
  expect((await desk.go(fang, 'answerOffer', answer)).referral.offers[1].answer).toBe('ACCEPTED');
  expect((await desk.go(fang, 'answerOffer', answer)).code).toBe('OFFER_ALREADY_ANSWERED');
});

test('after the period nothing goes on until both give more time, and only as often as the terms say', async () => {
  const { id: referralId, parties } = await desk.chosen();
  desk.turnTo('2026-12-24');
  expect((await desk.read(fang, referralId)).waiting).toEqual({ kind: 'PERIOD_OVER', until: '2026-12-23' });
  expect((await desk.go(fang, 'writeNote', { referralId, text: '再谈一次' })).code).toBe('MEDIATION_PERIOD_OVER');
  await desk.answer('recordExtensionAnswer', referralId, parties[0].id);
  expect((await desk.read(fang, referralId)).endsOn).toBe('2026-12-23');
  const { referral } = await desk.answer('recordExtensionAnswer', referralId, parties[1].id);
  expect(referral).toMatchObject({ endsOn: '2027-01-22', extensions: 1 });
  expect((await desk.go(fang, 'writeNote', { referralId, text: '再谈一次' })).errors).toBeUndefined();
  expect((await desk.answer('recordExtensionAnswer', referralId, parties[0].id)).code).toBe('EXTENSION_LIMIT_REACHED');
});

test('without agreement it ends; the office prints the letter with the other routes, the partner finds nothing', async () => {
  const { id: referralId, version } = await desk.talked();
  const failed = await desk.step(
    fang,
    'failMediation',
    { referralId, version, reason: 'NO_AGREEMENT' },
    { answer: 'id state' },
  );
  expect(failed.referral.state).toBe('FAILED');
  expect(await desk.read(fang, referralId)).toBeNull();
  const letter = await desk.service.files({ method: 'GET', path: `referrals/${referralId}/closing-letter.pdf` }, clerk);
  expect(letter.body.subarray(0, 5).toString()).toBe('%PDF-');
  const open = await desk.accepted();
  const early = await desk.service.files({ method: 'GET', path: `referrals/${open.id}/closing-letter.pdf` }, clerk);
  expect(early.status).toBe(422);
});
