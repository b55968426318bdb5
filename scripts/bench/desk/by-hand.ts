import type pg from 'pg';

const days = (from: string, to: string) => `(${to} - ${from})`;

/** One clock of a row, its state and its words, computed by the database. */
function clock(prefix: string, ticks: number): string {
  const due = `${prefix}_due_on`;
  const left = days('$1::date', due);
  const total = days(`${prefix}_started_on`, due);
  const state = `case when ${due} is null then 'NOT_STARTED' when ${prefix}_stopped_on is not null then 'STOPPED'
    when $1::date > ${due} then 'OVERDUE' when ${days('$1::date', `${prefix}_target_on`)} <= 2 then 'DUE_SOON'
    else 'RUNNING' end`;
  return `json_build_object('dueOn', ${due}, 'targetOn', ${prefix}_target_on, 'provisional', ${prefix}_provisional,
    'state', ${state}, 'remainingDays', ${left}, 'totalDays', ${total}, 'ticks', ${ticks},
    'usedTicks', least(${ticks}, ceil(${ticks} * (1 - ${left}::numeric / nullif(${total}, 0)))),
    'label', json_build_object('zh', '剩 ' || ${left} || ' 天', 'en', ${left} || ' days left'))`;
}

/** The page of the list as one would write it for this page alone: one statement, its rows as they go out. */
const LIST = `
  select json_build_object('cursor', p.received_on || ' ' || p.id, 'node', json_build_object('id', p.id, 'number', p.number,
    'channel', p.channel, 'category', p.category, 'subject', p.subject, 'receivedOn', p.received_on, 'state', p.state,
    'track', p.track, 'handler', json_build_object('id', p.handler_id),
    'handlingDepartment', json_build_object('id', p.handling_department_id),
    'proceduralClock', ${clock('p.procedural', 7)}, 'substantiveClock', ${clock('m.substantive', 12)})) as edge
  from petitions.petition p join petitions.matter m on m.id = p.matter_id
  where p.institution_id = $2 and p.received_on <= $3 order by p.received_on desc, p.id desc limit 51`;

export interface HandWritten {
  readonly today: string;
  readonly institutionId: string;
  readonly until: string;
}

/** In a transaction under the same settings, so that row-level security costs the same. */
export async function listByHand(
  client: pg.Client,
  { today, institutionId, until }: HandWritten,
  variables: Readonly<Record<string, string>>,
): Promise<string> {
  const settings = Object.keys(variables).map((name, at) => `set_config('${name}', $${at + 1}, true)`);
  await client.query('begin read only');
  await client.query(`select ${settings.join(', ')}`, Object.values(variables));
  const { rows } = await client.query(LIST, [today, institutionId, until]);
  await client.query('commit');
  const edges = rows.slice(0, 50).map(({ edge }) => edge);
  return JSON.stringify({ worklist: { pageInfo: { hasNextPage: rows.length > 50 }, edges } });
}
