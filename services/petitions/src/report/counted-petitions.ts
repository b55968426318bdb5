import type { Period } from '@everyletter/kit/period';
import type { LocalDate } from '@everyletter/kit/time';
import { type RawBuilder, sql } from 'kysely';
import { receivedBetween } from './figure-condition.ts';
import { wholeMonths } from './rules/report-period.ts';

/** Of an institution alone, or of it and all below it together. */
export type Reach = 'OWN' | 'TREE';

export interface Counted {
  readonly institutionIds: readonly string[];
  readonly reach: Reach;
  readonly today: LocalDate;
}

/** What a figure may ask of a petition that is counted and not listed. */
const KIND = sql`p.channel, p.category, p.identity_kind, p.received_on, p.unreachable_on, p.procedural_due_on,
  p.procedural_stopped_on`;
const SUBSTANTIVE = sql`p.substantive_due_on, p.substantive_stopped_on`;
/** Conditions call a matter `m`, whatever its columns are read from. */
const MATTER = sql`cross join lateral (select ${SUBSTANTIVE}) m`;

/**
 * Rows `p` and `m` of petitions received in the period, each standing for `p.petitions` of its kind: the tallies of the
 * whole months and, day by day, what hangs over at both ends. Figures are conditions on them as on petitions.
 */
export function countedPetitions(period: Period, { institutionIds, reach, today }: Counted): RawBuilder<unknown> {
  const { months, rest } = wholeMonths(period, today);
  const parts = [
    ...(months ? [tallied(institutionIds, reach, receivedBetween(months.from, months.to))] : []),
    ...rest.map(({ from, to }) => dayByDay(institutionIds, reach, receivedBetween(from, to))),
  ];
  return sql`(${sql.join(parts, sql` union all `)}) p ${MATTER}`;
}

/** The same of petitions with a clock that has not stopped, whenever received. */
export function countedOpenPetitions({ institutionIds, reach }: Omit<Counted, 'today'>): RawBuilder<unknown> {
  const open = sql`(p.procedural_stopped_on is null or p.substantive_stopped_on is null)`;
  return sql`(${tallied(institutionIds, reach, open)}) p ${MATTER}`;
}

function tallied(ids: readonly string[], reach: Reach, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select p.institution_id, ${KIND}, ${SUBSTANTIVE}, p.petitions from petitions.report_counted p
    where p.institution_id = any(${[...ids]}::uuid[]) and p.below = any(${reach === 'OWN' ? [false] : [false, true]}::boolean[])
      and ${condition}`;
}

function dayByDay(ids: readonly string[], reach: Reach, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const own = sql`select p.institution_id, ${KIND}, ${SUBSTANTIVE}, 1 as petitions from petitions.report_fact p
    where p.institution_id = any(${[...ids]}::uuid[]) and ${condition}`;
  if (reach === 'OWN') return own;
  return sql`${own} union all
    select t.above_id, ${KIND}, ${SUBSTANTIVE}, 1 as petitions
    from petitions.reported_tree t join petitions.report_fact p on p.institution_id = t.institution_id
    where t.above_id = any(${[...ids]}::uuid[]) and ${condition}`;
}
