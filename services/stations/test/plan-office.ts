import type { TestDatabase } from '@everyletter/kit/testing';

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [HERE, ELSEWHERE] = [id(1), id(2)];
const [HALL, FIRM] = [id(11), id(21)];
const LAWYERS = [id(31), id(32)];

/** An office with one station that asks for two half-days a day, and two lawyers who give three a week each. */
async function plant({ rows }: TestDatabase): Promise<void> {
  for (const institution of [HERE, ELSEWHERE]) {
    await rows(`insert into stations.institution values ($1, '{}')`, [institution]);
    await rows(`insert into stations.calendar_version values ($1, 1, '{2026}', '{}', '{}', now())`, [institution]);
  }
  await rows(`insert into stations.station values ($1, $2, '律师工作站', 'LAWYER_STATION', '大厅一层')`, [HALL, HERE]);
  for (const [at, half] of ['MORNING', 'AFTERNOON'].entries()) {
    await rows(`insert into stations.coverage_requirement values ($1, $2, $3, $4, 1, '2026-11-01', null)`, [
      id(51 + at),
      HERE,
      HALL,
      half,
    ]);
  }
  await rows(`insert into stations.law_firm values ($1, $2, '某某律师事务所')`, [FIRM, HERE]);
  for (const lawyer of LAWYERS) {
    await rows(
      `insert into stations.lawyer (id, institution_id, firm_id, name, years_of_practice, specialties, weekly_cap)
       values ($1, $2, $3, '某律师', 5, '{CIVIL}', 3)`,
      [lawyer, HERE, FIRM],
    );
  }
}

export const plantOffice = { HERE, ELSEWHERE, HALL, LAWYERS, plant };
