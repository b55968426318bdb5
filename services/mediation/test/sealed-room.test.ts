import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Rooms } from '../src/room/rooms.ts';
import { fang, he, NOBODY, OFFICE, TODAY, yi } from './build.ts';
import { CASE, CaseDesk, SECRETS } from './case-desk.ts';

const desk = new CaseDesk();
let referralId: string;

beforeAll(async () => {
  await desk.open();
  desk.turnTo(TODAY);
  referralId = (await desk.talked()).id;
});
afterAll(() => desk.close());
beforeEach(() => desk.turnTo(TODAY));

const SEALED = Object.values(SECRETS);
const sealedTables = ['case_key', 'disclosure', 'mediation_session', 'note', 'offer'];

function tellsNothing(answer: unknown): void {
  const text = JSON.stringify(answer);
  for (const secret of SEALED) expect(text).not.toContain(secret);
}

test('the mediator reads what was said', async () => {
  const referral = await desk.read(fang, referralId);
  expect(referral).toMatchObject({
    disclosures: [{ nature: 'KNOWS_PARTY', text: SECRETS.disclosure }],
    sessions: [{ state: 'HELD', place: SECRETS.place, record: SECRETS.record, notices: [{ means: 'PHONE' }] }],
    notes: [{ side: 'PETITIONER', text: SECRETS.note }],
    offers: [{ number: 1, content: SECRETS.offer }],
    waiting: { kind: 'OUTCOME' },
  });
});

describe.each(OFFICE)('the %s finds no door to it:', (_, viewer) => {
  test.each([
    'disclosures { text }',
    'sessions { place record }',
    'notes { text }',
    'offers { content }',
    'notes { id }',
    'sessions { __typename }',
    'parties { objection }',
  ])('not by asking for %s', async (field) => {
    const answer = await desk.ask(viewer, `{ referral(id: "${referralId}") { id ${field} } }`);
    expect(answer.errors[0].extensions.code).toBe('NOT_ALLOWED');
    tellsNothing(answer);
  });

  test('not by reference, list, count or a matter', async () => {
    const answers = [
      await desk.ask(
        viewer,
        `{ _entities(representations: [{ __typename: "Referral", id: "${referralId}" }]) { ... on Referral { notes { text } } } }`,
      ),
      await desk.ask(viewer, '{ referrals { totalCount edges { node { offers { content } } } } }'),
    ];
    for (const answer of answers) {
      expect(answer.errors[0].extensions.code).toBe('NOT_ALLOWED');
      tellsNothing(answer);
    }
  });

  test('not by what the office takes home: the dossier, the report, the event', async () => {
    const dossier = await desk.service.files({ method: 'GET', path: `referrals/${referralId}/dossier.pdf` }, viewer);
    expect(dossier.status === 200 || dossier.status === 403).toBe(true);
    const [audit] = await desk.rows(`select string_agg(content, '') as all from mediation.audit_entry`);
    tellsNothing([audit.all, await desk.rows('select data from jobs.job')]);
  });

  test('not by a file', async () => {
    const [session] = await desk.rows('select id from mediation.mediation_session where referral_id = $1', [
      referralId,
    ]);
    const answer = await desk.service.files({ method: 'GET', path: `sessions/${session.id}.ics` }, viewer);
    expect(answer.status).toBe(403);
    tellsNothing(answer.body.toString());
  });

  test('not even in the database: it shows no row, and no key is given', async () => {
    const seen = await desk.asRole(
      viewer,
      sealedTables.map((table) => `select count(*)::int as n from mediation.${table}`),
    );
    expect(seen).toEqual(sealedTables.map(() => 0));
    expect(Rooms.for(viewer, null as never, desk.outsideKeys)).toBeNull();
  });
});

test.each(OFFICE)('the %s changes nothing in it, and a refusal says nothing', async (_, viewer) => {
  const [session] = await desk.rows('select id from mediation.mediation_session where referral_id = $1', [referralId]);
  const [offer] = await desk.rows('select id from mediation.offer where referral_id = $1', [referralId]);
  const attempts = [
    await desk.go(viewer, 'writeNote', { referralId, text: '我来看看' }),
    await desk.go(viewer, 'makeOffer', { referralId, side: 'PETITIONER', content: '我来看看' }),
    await desk.go(viewer, 'answerOffer', { offerId: offer.id, answer: 'ACCEPTED' }),
    await desk.go(viewer, 'cancelSession', { sessionId: session.id, version: 1 }),
    await desk.go(viewer, 'moveSession', {
      ...{ sessionId: session.id, version: 1, kind: 'ONLINE', startsAt: '2026-11-30T01:00:00Z', minutes: 30 },
      place: '我来看看',
    }),
    await desk.go(viewer, 'draftAgreement', { referralId, facts: '……', dispute: '……', content: '……', items: [] }),
  ];
  for (const { code, errors } of attempts) {
    expect(code).toBe('NOT_ALLOWED');
    tellsNothing(errors);
  }
});

test.each([
  ['the partner’s own administrator', he],
  ['a mediator of another partner', yi],
  ['a mediator of the same partner', { ...fang, mediatorId: NOBODY }],
] as const)('%s reads nothing of it', async (_, viewer) => {
  const answer = await desk.ask(viewer, `{ referral(id: "${referralId}") { ${CASE} } }`);
  tellsNothing(answer);
  expect(answer.data.referral?.notes ?? []).toEqual([]);
});

test('what is stored opens under no key of the institution, and the audit repeats none of it', async () => {
  const rows = await Promise.all(
    ['disclosure', 'mediation_session', 'note', 'offer', 'case_key'].map((table) =>
      desk.rows(`select t::text from mediation.${table} t`),
    ),
  );
  const kept = JSON.stringify([rows, await desk.rows('select content from mediation.audit_entry')]);
  tellsNothing(kept);
  for (const secret of SEALED) expect(kept).not.toContain(Buffer.from(secret).toString('hex'));
  const [key] = await desk.rows('select wrapped_key, organisation_id, institution_id from mediation.case_key');
  for (const id of [key.organisation_id, key.institution_id]) {
    expect(() => desk.keys.unwrap(key.wrapped_key, id, referralId)).toThrow();
  }
  expect(() => desk.outsideKeys.unwrap(key.wrapped_key, key.organisation_id, referralId)).not.toThrow();
});
