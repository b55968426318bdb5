import { randomBytes } from 'node:crypto';
import { inTransaction, openDatabase } from '@everyletter/kit/database';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import { buildViewer, type TestDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import pg from 'pg';
import { type NewPetition, registerPetitions } from '../src/petition/register-petitions.ts';
import { defaultPack } from '../src/policy-pack/rules/default-pack.ts';
import { petitionsService } from '../src/service.ts';
import { calendar2026 } from './calendar-2026.ts';

export const HERE = '01900000-0000-7000-8000-000000000001';
export const ELSEWHERE = '01900000-0000-7000-8000-000000000002';
export const NINTH = '01900000-0000-7000-8000-000000000011';
export const SECOND = '01900000-0000-7000-8000-000000000012';
export const CLERK_ID = '01900000-0000-7000-8000-000000000021';

/** A handling procurator and the head of the second department, an officer of the ninth, and somebody elsewhere. */
export const HANDLER_ID = '01900000-0000-7000-8000-000000000022';
export const SECOND_HEAD_ID = '01900000-0000-7000-8000-000000000023';
export const OFFICER_ID = '01900000-0000-7000-8000-000000000024';
export const FOREIGN_ID = '01900000-0000-7000-8000-000000000029';
export const FOREIGN_DEPARTMENT = '01900000-0000-7000-8000-000000000019';

export const clerk: Viewer = buildViewer(HERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [NINTH] });

/** A letter as most are; `change` holds what the test is about. */
export function aLetter(change: Partial<NewPetition> = {}): NewPetition {
  return {
    channel: 'LETTER',
    category: 'CRIMINAL_APPEAL',
    identityKind: 'REAL_NAME',
    subject: '认为二十余年前被立案审查有误',
    receivedOn: localDate('2026-11-16'),
    card: {
      name: '王勤',
      idNumber: null,
      phone: '13900000017',
      address: '北京市海淀区学院路17号院2号楼301室',
      body: '我是一名退休公职人员。',
      representatives: [],
    },
    idNumberSound: false,
    superiorFrom: null,
    reportBackDueOn: null,
    importKey: null,
    ...change,
  };
}

/** Plants the office, the calendar and the pack of both institutions, and their people. */
export async function plantTerms(database: TestDatabase): Promise<void> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  for (const institution of [HERE, ELSEWHERE]) {
    await owner.query(
      `insert into petitions.office values ($1, '某区人民检察院', '海检控申', '某路1号', '12309', $2)`,
      [institution, NINTH],
    );
    await plantCalendar(owner, institution, calendar2026);
    await owner.query('insert into petitions.policy_pack values ($1, $2, $3, $4)', [
      institution,
      defaultPack.version,
      defaultPack.effectiveFrom,
      JSON.stringify(defaultPack),
    ]);
  }
  await plantColleagues(owner);
  await owner.end();
}

async function plantColleagues(owner: pg.Client): Promise<void> {
  const people = [
    [CLERK_ID, HERE, NINTH],
    [OFFICER_ID, HERE, NINTH],
    [HANDLER_ID, HERE, SECOND],
    [SECOND_HEAD_ID, HERE, SECOND],
    [FOREIGN_ID, ELSEWHERE, FOREIGN_DEPARTMENT],
  ];
  for (const person of people) await owner.query('insert into petitions.colleague values ($1, $2, $3)', person);
}

async function plantCalendar(owner: pg.Client, institution: string, calendar: WorkCalendar): Promise<void> {
  const { version, years, daysOff, extraWorkdays } = calendar;
  await owner.query('insert into petitions.calendar_version values ($1, $2, $3, $4, $5, now())', [
    institution,
    version,
    [...years],
    [...daysOff],
    [...extraWorkdays],
  ]);
}

export const testKeys = new InstitutionKeys(randomBytes(32));

/** Registers as a clerk of `institutionId` would, at noon in Shanghai on 23 November 2026. */
export async function register(
  database: TestDatabase,
  arrivals: readonly NewPetition[],
  institutionId = HERE,
): Promise<string[]> {
  const orm = await openDatabase({
    url: database.ownerUrl,
    schema: 'petitions',
    entities: petitionsService.entities,
  });
  try {
    return await inTransaction(orm, { variables: { 'app.institution_id': institutionId }, readOnly: false }, (em) =>
      registerPetitions(arrivals, {
        em,
        keys: testKeys,
        terms: { pack: defaultPack, calendar: calendar2026 },
        office: { institutionId, numberPrefix: '海检控申', complaintsDepartmentId: NINTH },
        actorId: CLERK_ID,
        now: new Date('2026-11-23T04:00:00Z'),
      }),
    );
  } finally {
    await orm.close(true);
  }
}
