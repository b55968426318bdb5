import { Invalid } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { type RawBuilder, sql } from 'kysely';
import { clockStateCondition } from '../clock/clock-state-condition.ts';
import { figureListCondition } from '../report/figure-condition.ts';
import type { SearchTerm } from './rules/search-term.ts';
import type { WorklistFilterInput, WorklistView } from './worklist.inputs.ts';

/** What a filter is read against: who asks, which day it is, and from how many days before the due day to warn. */
export interface FilterSetting {
  readonly viewer: Viewer;
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
  readonly warnDays: number;
}

type Condition = RawBuilder<unknown>;

/** All conditions of a filter, for a query over `petitions.petition p join petitions.matter m`. */
export function conditionsOf(
  filter: WorklistFilterInput,
  term: SearchTerm | null,
  setting: FilterSetting,
): readonly Condition[] {
  const { channels, categories, tracks, states, handlerId, departmentId, receivedFrom, receivedTo } = filter;
  const conditions: (Condition | null)[] = [
    viewCondition(filter.view ?? 'ALL', setting),
    channels?.length ? sql`p.channel = any(${[...channels]})` : null,
    categories?.length ? sql`p.category = any(${[...categories]})` : null,
    tracks?.length ? sql`p.track = any(${[...tracks]})` : null,
    states?.length ? sql`p.state = any(${[...states]})` : null,
    handlerId ? sql`p.handler_id = ${checkedId(handlerId, 'handlerId')}` : null,
    departmentId ? sql`p.handling_department_id = ${checkedId(departmentId, 'departmentId')}` : null,
    receivedFrom ? sql`p.received_on >= ${receivedFrom}` : null,
    receivedTo ? sql`p.received_on <= ${receivedTo}` : null,
    clockStateCondition('PROCEDURAL', filter.proceduralState ?? null, setting),
    clockStateCondition('SUBSTANTIVE', filter.substantiveState ?? null, setting),
    figureOf(filter, setting),
    term ? searchCondition(term, setting) : null,
  ];
  return conditions.filter((condition) => condition !== null);
}

/** The tabs above the desk. Every promise counts: a petition is overdue when one is, the monthly follow-up too. */
export function viewCondition(view: WorklistView, { viewer, today, warnDays }: FilterSetting): Condition | null {
  const procedural = sql`p.procedural_stopped_on is null and p.procedural_due_on`;
  const substantive = sql`m.substantive_stopped_on is null and m.substantive_due_on`;
  // Set by a progress answer, cleared by the result.
  const followUp = sql`m.follow_up_due_on`;
  switch (view) {
    case 'ALL':
      return null;
    case 'DUE_TODAY':
      return sql`((${procedural} = ${today}) or (${substantive} = ${today}) or (${followUp} = ${today}))`;
    case 'DUE_SOON': {
      const until = addDays(today, warnDays);
      return sql`((${procedural} between ${today} and ${until}) or (${substantive} between ${today} and ${until})
        or (${followUp} between ${today} and ${until}))`;
    }
    case 'OVERDUE':
      return sql`((${procedural} < ${today}) or (${substantive} < ${today}) or (${followUp} < ${today}))`;
    case 'UNTRIAGED':
      return sql`p.state in ('RECEIVED', 'REGISTERED')`;
    case 'MINE':
      return sql`p.handler_id = ${viewer.staffId}`;
    case 'ANSWERED':
      return sql`p.procedural_stopped_on is not null and m.state in ('ANSWERED', 'ARCHIVED')`;
  }
}

function figureOf({ figure, figureFrom, figureTo }: WorklistFilterInput, { today }: FilterSetting): Condition | null {
  return figure ? figureListCondition({ figure, from: figureFrom ?? null, to: figureTo ?? null }, today) : null;
}

/** Names by blind pairs (the caller checks the opened name), phones and ID numbers by blind index. */
function searchCondition(term: SearchTerm, { viewer: { institutionId }, keys }: FilterSetting): Condition {
  switch (term.kind) {
    case 'NAME':
      return sql`p.name_pairs @> ${keys.blindPairs(term.fragment, institutionId, 'name')}::int[]`;
    case 'PHONE':
      return sql`p.phone_index = ${keys.blindIndex(term.digits, institutionId, 'phone')}`;
    case 'ID_NUMBER':
      return sql`p.id_number_index = ${keys.blindIndex(term.idNumber, institutionId, 'id_number')}`;
    case 'NUMBER':
      return sql`p.number like ${`%${term.part.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
  }
}

function checkedId(id: string, field: string): string {
  if (!isId(id)) throw new Invalid('ID_INVALID', { field });
  return id;
}
