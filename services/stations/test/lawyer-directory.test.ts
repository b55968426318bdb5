import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { expect, test } from 'vitest';
import {
  ask,
  colleague,
  database,
  ELSEWHERE,
  FIRM,
  HALL,
  HERE,
  id,
  LIANG,
  lawyer,
  OUYANG,
  openStations,
} from './build.ts';

openStations();

const SOUND = {
  name: '钟听雨',
  firmId: FIRM,
  licenceNumber: '11101201510123456',
  practisingSince: '2015-07-01',
  passedReviewYears: [2023, 2024, 2025],
  specialties: [{ specialty: 'CIVIL', validFrom: '2026-01-01' }],
  weeklyCap: 3,
};
const FIELDS = `id name version licenceNumber yearsOfPractice specialties weeklyCap monthlyCap eligible endedOn
  specialtyTerms { specialty validFrom validTo } firm { name }`;
const add = (input: object, viewer: Viewer = colleague) =>
  ask(viewer, `mutation ($input: LawyerInput!) { addLawyer(input: $input) { lawyer { ${FIELDS} } } }`, { input });
const change = (lawyerId: string, version: number, input: object, viewer: Viewer = colleague) =>
  ask(
    viewer,
    `mutation ($id: ID!, $version: Int!, $input: LawyerInput!) {
      changeLawyer(id: $id, version: $version, input: $input) { lawyer { ${FIELDS} } } }`,
    { id: lawyerId, version, input },
  );

test('the administrator adds a lawyer, and the audit says so without a name', async () => {
  const { data, errors } = await add(SOUND);
  expect(errors).toBeUndefined();
  expect(data.addLawyer.lawyer).toMatchObject({
    name: '钟听雨',
    yearsOfPractice: 11,
    specialties: ['CIVIL'],
    weeklyCap: 3,
    monthlyCap: null,
    eligible: true,
  });
  const [entry] = await database.rows(
    `select content from stations.audit_entry where content like '%ADD_LAWYER%' order by sequence desc limit 1`,
  );
  expect(entry.content).toContain(data.addLawyer.lawyer.id);
  expect(entry.content).not.toContain('钟听雨');
});

test.each<[string, object, string, object]>([
  ['who has practised too short', { practisingSince: '2024-07-01' }, 'LAWYER_NOT_ELIGIBLE', { rules: ['PRACTICE'] }],
  [
    'who lacks a review and was disciplined',
    { passedReviewYears: [2024], disciplinedOn: '2026-02-01' },
    'LAWYER_NOT_ELIGIBLE',
    { rules: ['REVIEWS', 'DISCIPLINE'] },
  ],
  ['without a licence number', { licenceNumber: null }, 'FIELD_NEEDED', { field: 'licenceNumber' }],
  ['with a short licence number', { licenceNumber: '1110' }, 'LICENCE_NUMBER_INVALID', { field: 'licenceNumber' }],
  ['of a firm nobody knows', { firmId: id(99) }, 'FIRM_UNKNOWN', { field: 'firmId' }],
  ['with a station nobody knows', { stationIds: [id(99)] }, 'STATION_UNKNOWN', { field: 'stationIds' }],
  ['with a cap of a hundred', { weeklyCap: 100 }, 'CAP_INVALID', { field: 'weeklyCap' }],
  [
    'with one specialty twice at a time',
    {
      specialties: [
        { specialty: 'CIVIL', validFrom: '2026-01-01' },
        { specialty: 'CIVIL', validFrom: '2026-06-01' },
      ],
    },
    'SPECIALTY_OVERLAPS',
    { field: 'specialties.1' },
  ],
])('a lawyer %s is refused, by name of the reason, and nothing is kept', async (_, wrong, code, details) => {
  const [before] = await database.rows('select count(*)::int as n from stations.lawyer');
  const { errors } = await add({ ...SOUND, licenceNumber: '11101201510999999', ...wrong });
  expect(errors[0].extensions).toMatchObject({ code, details });
  const [after] = await database.rows('select count(*)::int as n from stations.lawyer');
  expect(after.n).toBe(before.n);
});

test('what is absent from a change stays, what is empty is cleared, and an old version is refused', async () => {
  const kept = await change(LIANG, 1, { weeklyCap: 5 });
  expect(kept.data.changeLawyer.lawyer).toMatchObject({ weeklyCap: 5, specialties: ['FAMILY'], version: 2 });
  const cleared = await change(LIANG, 2, { weeklyCap: null, specialties: [] });
  expect(cleared.data.changeLawyer.lawyer).toMatchObject({ weeklyCap: null, specialties: [] });
  const late = await change(LIANG, 1, { weeklyCap: 9 });
  expect(late.errors[0].extensions.code).toBe('LAWYER_CHANGED');
  await change(LIANG, 3, { specialties: [{ specialty: 'FAMILY', validFrom: '2020-01-01' }] });
});

test('a specialty that ended is told and does not count', async () => {
  const [{ version }] = await database.rows('select version from stations.lawyer where id = $1', [LIANG]);
  const { data } = await change(LIANG, version, {
    specialties: [{ specialty: 'FAMILY', validFrom: '2020-01-01', validTo: '2026-11-22' }],
  });
  expect(data.changeLawyer.lawyer).toMatchObject({ specialties: [], specialtyTerms: [{ validTo: '2026-11-22' }] });
});

const end = (version: number, on: string | null) =>
  ask(
    colleague,
    `mutation ($id: ID!, $version: Int!, $on: LocalDate) { endLawyer(id: $id, version: $version, on: $on) {
      lawyer { endedOn version } } }`,
    { id: LIANG, version, on },
  );

test('nobody ends while they are still on duty', async () => {
  const [{ version }] = await database.rows('select version from stations.lawyer where id = $1', [LIANG]);
  const early = await end(version, '2026-11-23');
  expect(early.errors[0].extensions).toMatchObject({ code: 'LAWYER_HAS_DUTIES', details: { duties: 1 } });
  const later = await end(version, '2026-11-24');
  expect(later.data.endLawyer.lawyer.endedOn).toBe('2026-11-24');
  await end(later.data.endLawyer.lawyer.version, null);
});

test('the rules are data: with two years asked for, two years are enough', async () => {
  const { data } = await ask(
    colleague,
    `mutation { changeDutyPolicy(input: { version: 0, eligibility: { minYearsOfPractice: 2, passedReviews: 1,
      reviewMonth: 7, disciplineFreeYears: 3 } }) { version eligibility { minYearsOfPractice } swapNoticeHours } }`,
  );
  expect(data.changeDutyPolicy).toEqual({ version: 1, eligibility: { minYearsOfPractice: 2 }, swapNoticeHours: 24 });
  const young = {
    ...SOUND,
    licenceNumber: '11101202410123456',
    practisingSince: '2024-07-01',
    passedReviewYears: [2025],
  };
  expect((await add(young)).errors).toBeUndefined();
  const late = await ask(
    colleague,
    `mutation { changeDutyPolicy(input: { version: 0, swapNoticeHours: 1 }) { version } }`,
  );
  expect(late.errors[0].extensions.code).toBe('DUTY_POLICY_CHANGED');
  const odd = await ask(
    colleague,
    `mutation { changeDutyPolicy(input: { version: 1, swapNoticeHours: 999 }) { version } }`,
  );
  expect(odd.errors[0].extensions).toMatchObject({
    code: 'DUTY_POLICY_NUMBER_INVALID',
    details: { field: 'swapNoticeHours' },
  });
});

const WEEK = `mutation ($id: ID!) { setWeeklyAvailability(lawyerId: $id, slots: [
  { weekday: 1, halfDay: MORNING, level: UNAVAILABLE }]) { lawyer { weeklyAvailability { weekday halfDay level } } } }`;
const AWAY = `mutation ($id: ID!) { addDatedAvailability(input: { lawyerId: $id, startsOn: "2026-12-01",
  endsOn: "2026-12-02", level: UNAVAILABLE, note: "开庭" }) { lawyer { datedAvailability { id startsOn note } } } }`;

test('a lawyer says when they cannot serve, and takes it back', async () => {
  const week = await ask(lawyer, WEEK, { id: OUYANG });
  expect(week.data.setWeeklyAvailability.lawyer.weeklyAvailability[0].level).toBe('UNAVAILABLE');
  expect(week.data.setWeeklyAvailability.lawyer.weeklyAvailability).toHaveLength(14);
  const { data } = await ask(lawyer, AWAY, { id: OUYANG });
  const [dated] = data.addDatedAvailability.lawyer.datedAvailability;
  expect(dated).toMatchObject({ startsOn: '2026-12-01', note: '开庭' });
  const gone = await ask(
    lawyer,
    `mutation { removeDatedAvailability(id: "${dated.id}") { lawyer { datedAvailability { id } } } }`,
  );
  expect(gone.data.removeDatedAvailability.lawyer.datedAvailability).toEqual([]);
});

test('a calendar file is tried first, taken over once, and its words are left in it', async () => {
  const calendar = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:某某案开庭\nDTSTART:20261203T090000\nDTEND:20261203T110000\nEND:VEVENT\nEND:VCALENDAR`;
  const importing = (dryRun: boolean) =>
    ask(
      lawyer,
      `mutation ($input: ImportAvailabilityInput!) { importAvailability(input: $input) {
        taken { startsOn endsOn halfDay } known skipped } }`,
      { input: { lawyerId: OUYANG, calendar, dryRun } },
    );
  const days = [{ startsOn: '2026-12-03', endsOn: '2026-12-03', halfDay: 'MORNING' }];
  expect((await importing(true)).data.importAvailability).toEqual({ taken: days, known: 0, skipped: 0 });
  expect((await importing(false)).data.importAvailability).toEqual({ taken: days, known: 0, skipped: 0 });
  expect((await importing(false)).data.importAvailability).toEqual({ taken: [], known: 1, skipped: 0 });
  const kept = await database.rows('select note from stations.dated_availability where source_uid is not null');
  expect(kept).toEqual([{ note: null }]);
});

test('a lawyer may neither change themselves nor touch another', async () => {
  expect((await change(OUYANG, 1, { weeklyCap: 9 }, lawyer)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  expect((await ask(lawyer, WEEK, { id: LIANG })).errors[0].extensions.code).toBe('LAWYER_NOT_FOUND');
  expect((await ask(lawyer, AWAY, { id: LIANG })).errors[0].extensions.code).toBe('LAWYER_NOT_FOUND');
});

test.each<[string, Viewer]>([
  ['of another institution', buildViewer(ELSEWHERE, ['STATION_ADMINISTRATOR'], { staffId: id(72) })],
  ['who is another lawyer', buildViewer(HERE, ['DUTY_LAWYER'], { lawyerId: id(98) })],
])('a stranger %s finds no lawyer at any door', async (_, stranger) => {
  const query = `{ lawyer(id: "${OUYANG}") { licenceNumber } lawyers { licenceNumber }
    _entities(representations: [{ __typename: "Lawyer", id: "${OUYANG}" }]) { __typename } }`;
  const { data } = await ask(stranger, query);
  expect(data).toEqual({ lawyer: null, lawyers: [], _entities: [null] });
  for (const door of [WEEK, AWAY]) {
    const { errors } = await ask(stranger, door, { id: OUYANG });
    expect(errors[0].extensions.code).toBe('LAWYER_NOT_FOUND');
  }
});

test('colleagues of other offices see the public side of a lawyer and no more', async () => {
  const clerk = buildViewer(HERE, ['CLERK']);
  expect((await ask(clerk, '{ lawyers { name specialties } }')).data.lawyers.length).toBeGreaterThan(0);
  const { errors } = await ask(clerk, `{ lawyer(id: "${OUYANG}") { licenceNumber } }`);
  expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
});

test('the directory is read in few statements, however many lawyers there are', async () => {
  const query = `{ lawyers { ${FIELDS} stations { name } weeklyAvailability { level } datedAvailability { id } } }`;
  expect(await database.statementsOf(() => ask(colleague, query))).toHaveLength(5);
  expect((await ask(colleague, `{ station(id: "${HALL}") { name } }`)).errors).toBeUndefined();
});
