import type { Service } from '@everyletter/kit/service';
import { type Answer, ask as askService, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { stationsService } from '../src/service.ts';

export const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const [HERE, ELSEWHERE, CITY] = [id(1), id(2), id(3)];
export const [HALL, WINDOW] = [id(11), id(12)];
export const FIRM = id(21);
export const [OUYANG, LIANG] = [id(31), id(32)];
export const SHIFT = id(41);
export const colleague = buildViewer(HERE, ['STATION_ADMINISTRATOR'], { staffId: id(71) });
export const lawyer = buildViewer(HERE, ['DUTY_LAWYER'], { lawyerId: OUYANG });

export const WEEK = 'from: "2026-11-23", to: "2026-11-27"';

export let database: TestDatabase;
let stations: Service;

/** Two stations with a week of duty, for the tests of one file. */
export function openStations(): void {
  beforeAll(async () => {
    database = await testDatabase([stationsService]);
    await plant();
    stations = await database.start(stationsService, { clock: () => new Date('2026-11-23T04:00:00Z') });
  });
  afterAll(() => database.stop());
}

export const ask = (viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer> =>
  askService(stations, viewer, query, variables);

async function plant(): Promise<void> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const run = (statement: string, values: unknown[]) => owner.query(statement, values);
  for (const [institution, above] of [
    [HERE, [CITY]],
    [ELSEWHERE, [CITY]],
    [CITY, []],
  ]) {
    await run('insert into stations.institution values ($1, $2)', [institution, above]);
    await run(`insert into stations.calendar_version values ($1, 1, '{2026}', '{2026-10-01}', '{2026-10-10}', now())`, [
      institution,
    ]);
  }
  await run(`insert into stations.station values ($1, $2, '律师工作站', 'LAWYER_STATION', '大厅一层')`, [HALL, HERE]);
  await run(`insert into stations.station values ($1, $2, '咨询窗口', 'CONSULT_WINDOW', '大厅二层')`, [WINDOW, HERE]);
  await run(`insert into stations.coverage_requirement values ($1, $2, $3, 'MORNING', 1, '2026-01-01', null)`, [
    id(51),
    HERE,
    HALL,
  ]);
  await run(`insert into stations.law_firm values ($1, $2, '北京某某律师事务所')`, [FIRM, HERE]);
  await run(`insert into stations.lawyer values ($1, $2, $3, '欧阳平', 12, '{CRIMINAL,CIVIL}')`, [OUYANG, HERE, FIRM]);
  await run(`insert into stations.lawyer values ($1, $2, $3, '梁知秋', 5, '{FAMILY}')`, [LIANG, HERE, FIRM]);
  for (const [number, who, specialty] of [
    [61, OUYANG, 'CRIMINAL'],
    [62, OUYANG, 'CIVIL'],
    [63, LIANG, 'FAMILY'],
  ] as const) {
    await run(`insert into stations.lawyer_specialty values ($1, $2, $3, $4, '2020-01-01', null)`, [
      id(number),
      HERE,
      who,
      specialty,
    ]);
  }
  const shifts = [
    [SHIFT, OUYANG, '2026-11-23', 'MORNING'],
    [id(42), LIANG, '2026-11-24', 'MORNING'],
    [id(43), LIANG, '2026-11-23', 'AFTERNOON'],
  ];
  for (const [shift, who, date, half] of shifts) {
    await run('insert into stations.assignment values ($1, $2, $3, $4, $5, $6)', [shift, HERE, HALL, who, date, half]);
  }
  await owner.end();
}
