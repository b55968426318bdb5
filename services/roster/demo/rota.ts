import type { LocalDate } from '@everyletter/kit/time';
import { addDays, civil, parts } from '@everyletter/kit/time';
import type pg from 'pg';
import { demoId, departmentId, staffId } from './ids.ts';
import { HOME } from './people.ts';

const RULE = 15;
const KEY_PERIOD = 16;

/** Grade, departments they answer for, share, weekdays they would rather not. */
const PROFILES = [
  [1, 'CHIEF_PROCURATOR', [], 0.5, [1]],
  [2, 'DEPUTY_CHIEF', [9, 2], 1, []],
  [3, 'DEPUTY_CHIEF', [3, 4], 1, [5]],
  [4, 'COMMITTEE_MEMBER', [5], 1.2, []],
] as const;

/** Rules, key periods and how the leaders take part: what a rota is made from. Again it changes nothing. */
export async function plantRotaRules(client: pg.Client, today: LocalDate): Promise<void> {
  for (const [person, grade, departments, share, disliked] of PROFILES) {
    await client.query(
      'insert into roster.leader_profile values ($1, $2, $3, $4, $5, $6, true, 1) on conflict do nothing',
      [staffId(person), HOME, grade, departments.map(departmentId), share, [...disliked]],
    );
  }
  const rule =
    'insert into roster.reception_rule values ($1, $2, $3, $4, $5, 1, $6, $7, $8, null, 1) on conflict do nothing';
  const from = civil(parts(today).year, 1, 1);
  await client.query(rule, [
    demoId(RULE, 1),
    HOME,
    '每周三院领导接访',
    [3],
    [],
    'WHOLE_DAY',
    'SAME_WEEKDAY_NEXT_WEEK',
    from,
  ]);
  await client.query(rule, [demoId(RULE, 2), HOME, '每周一、四上午接访', [1, 4], [], 'MORNING', 'SKIP', from]);
  const period = 'insert into roster.key_period values ($1, $2, $3, $4, $5, $6, $7, false, 1) on conflict do nothing';
  const ahead = addDays(today, 14);
  await client.query(period, [demoId(KEY_PERIOD, 1), HOME, '宪法宣传周', ahead, addDays(ahead, 4), 2, 'DEPUTY_CHIEF']);
}
