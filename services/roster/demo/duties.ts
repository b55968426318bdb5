import { addDays, type LocalDate, weekday } from '@everyletter/kit/time';
import { isWorkday } from '@everyletter/kit/workdays';
import type pg from 'pg';
import { receptionDayId } from './ids.ts';
import { knownCalendar, knownSources } from './known-calendar.ts';
import { HOME, INSTITUTIONS, PEOPLE } from './people.ts';

/** How far the reception rota reaches back and ahead of the first load. Calendar days. */
const ROTA = { back: 322, ahead: 84 };
const WEDNESDAY = 3;
const PLACE = '检察服务中心领导接待室';

/** Every institution starts with the published years. */
export async function plantCalendars(client: pg.Client): Promise<void> {
  const { version, years, daysOff, extraWorkdays } = knownCalendar();
  for (const { id } of INSTITUTIONS) {
    await client.query(
      'insert into roster.calendar_version values ($1, $2, $3, $4, $5, $6, now()) on conflict do nothing',
      [id, version, [...years], [...daysOff].sort(), [...extraWorkdays].sort(), JSON.stringify(knownSources())],
    );
  }
}

/** A leader in turn every Wednesday that is worked, both half-days; a rota that is there stays as it is. */
export async function plantReceptionDays(client: pg.Client, today: LocalDate): Promise<void> {
  const { rowCount } = await client.query('select 1 from roster.reception_day where institution_id = $1 limit 1', [
    HOME,
  ]);
  if (rowCount) return;
  const calendar = knownCalendar();
  const leaders = PEOPLE.filter(({ roles }) => roles.includes('LEADER'));
  let turn = 0;
  for (let day = addDays(today, -ROTA.back); day <= addDays(today, ROTA.ahead); day = addDays(day, 1)) {
    if (weekday(day) !== WEDNESDAY || !isWorkday(day, calendar)) continue;
    for (const [half, halfDay] of ['MORNING', 'AFTERNOON'].entries()) {
      await client.query('insert into roster.reception_day values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [
        receptionDayId(turn * 2 + half + 1),
        HOME,
        day,
        halfDay,
        leaders[turn % leaders.length]?.id,
        PLACE,
      ]);
    }
    turn += 1;
  }
}
