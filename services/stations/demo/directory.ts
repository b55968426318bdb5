import { addDays, addMonths, type LocalDate, parts, weekday } from '@everyletter/kit/time';
import type pg from 'pg';
import type { StationsDemoOptions } from './load.ts';
import { DEMO_LAWYERS, type DemoLawyer, demoId } from './people.ts';

const SPECIALTY = 13;
const DATED = 14;
/** Half-days; the demonstration needs about two a week of each. */
const CAPS = { week: 4, month: 14 } as const;
const REVIEWS = 3;
const MONTHS_PER_YEAR = 12;

/** What the directory says of the demonstration's lawyers, beside their names; again it changes nothing. */
export async function plantDirectory(client: pg.Client, { institution, today }: StationsDemoOptions): Promise<void> {
  for (const [at, lawyer] of DEMO_LAWYERS.entries()) {
    await plantStanding(client, lawyer, { at, today });
    await plantSpecialties(client, lawyer, { at, institutionId: institution.id });
  }
  await plantAbsences(client, institution.id, today);
}

/** One practises long enough and lacks the last review, so that the rules have something to say. */
async function plantStanding(
  client: pg.Client,
  { id, yearsOfPractice, sponsor, languages }: DemoLawyer,
  { at, today }: { readonly at: number; readonly today: LocalDate },
): Promise<void> {
  const { year } = parts(today);
  const reviews = Array.from({ length: REVIEWS }, (_, back) => year - REVIEWS + back);
  await client.query(
    `update stations.lawyer set licence_number = $2, sponsor = $3, practising_since = $4, passed_review_years = $5,
       languages = $6, weekly_cap = $7, monthly_cap = $8, weekly_availability = $9
     where id = $1 and licence_number is null`,
    [
      id,
      `1110120${year - yearsOfPractice}${String(100000 + at).slice(0, 6)}`,
      sponsor,
      addMonths(today, -yearsOfPractice * MONTHS_PER_YEAR - 1),
      at === DEMO_LAWYERS.length - 1 ? reviews.slice(0, -1) : reviews,
      languages,
      CAPS.week,
      CAPS.month,
      Array.from({ length: 14 }, (_, slot) => levelOf(slot, at)),
    ],
  );
}

/** A morning everyone likes and one nobody does, another for each. */
function levelOf(slot: number, at: number): string {
  if (slot === (at * 3) % 10) return 'PREFERRED';
  return slot === (at * 3 + 5) % 10 ? 'RELUCTANT' : 'AVAILABLE';
}

async function plantSpecialties(
  client: pg.Client,
  { id, specialties }: DemoLawyer,
  { at, institutionId }: { readonly at: number; readonly institutionId: string },
): Promise<void> {
  for (const [place, specialty] of specialties.entries()) {
    await client.query(
      `insert into stations.lawyer_specialty values ($1, $2, $3, $4, '2016-01-01', null) on conflict do nothing`,
      [demoId(SPECIALTY, at * 10 + place), institutionId, id, specialty],
    );
  }
}

/** Two lawyers are away some days of the weeks to come. */
async function plantAbsences(client: pg.Client, institutionId: string, today: LocalDate): Promise<void> {
  const monday = addDays(today, 8 - weekday(today));
  const away = [
    [1, DEMO_LAWYERS[2], addDays(monday, 1), addDays(monday, 2), null, '外地开庭'],
    [2, DEMO_LAWYERS[4], addDays(monday, 7), addDays(monday, 11), null, '年休假'],
    [3, DEMO_LAWYERS[0], addDays(monday, 3), addDays(monday, 3), 'MORNING', '开庭'],
  ] as const;
  for (const [number, lawyer, from, to, halfDay, note] of away) {
    await client.query(
      `insert into stations.dated_availability values ($1, $2, $3, $4, $5, $6, 'UNAVAILABLE', $7) on conflict do nothing`,
      [demoId(DATED, number), institutionId, lawyer?.id, from, to, halfDay, note],
    );
  }
}
