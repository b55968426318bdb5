import { Invalid } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { type RawBuilder, sql } from 'kysely';
import { clockStateCondition } from '../clock/clock-state-condition.ts';
import { anyOf, keptLate, openPromises, type Promised } from '../clock/due-condition.ts';
import { figureListCondition } from '../report/figure-condition.ts';
import type { WorklistFilterInput, WorklistView } from './worklist.inputs.ts';

/** What a filter is read against: who asks, which day it is, and from how many days before the due day to warn. */
export interface FilterSetting {
  readonly viewer: Viewer;
  readonly today: LocalDate;
  readonly warnDays: number;
}

type Condition = RawBuilder<unknown>;

const EVERY: readonly Promised[] = ['PROCEDURAL', 'SUBSTANTIVE', 'FOLLOW_UP'];

/** All conditions of a filter, for a query over `petitions.petition p join petitions.matter m`. */
export function conditionsOf(
  filter: WorklistFilterInput,
  search: Condition | null,
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
    filter.ownerDepartmentId ? ownedBy(checkedId(filter.ownerDepartmentId, 'ownerDepartmentId')) : null,
    receivedFrom ? sql`p.received_on >= ${receivedFrom}` : null,
    receivedTo ? sql`p.received_on <= ${receivedTo}` : null,
    clockStateCondition('PROCEDURAL', filter.proceduralState ?? null, setting),
    clockStateCondition('SUBSTANTIVE', filter.substantiveState ?? null, setting),
    figureOf(filter, setting),
    search,
  ];
  return conditions.filter((condition) => condition !== null);
}

/** Null where there is nothing to hold. */
export function allOf(conditions: readonly Condition[]): Condition | null {
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` and `)})` : null;
}

/** The tabs above the desk. Every promise counts: a petition is overdue when one is, the monthly follow-up too. */
export function viewCondition(view: WorklistView, { viewer, today, warnDays }: FilterSetting): Condition | null {
  const { institutionId } = viewer;
  const due = (within: (dueOn: Condition) => Condition) =>
    anyOf(openPromises({ institutionId, promises: EVERY, within }));
  switch (view) {
    case 'ALL':
      return null;
    case 'DUE_TODAY':
      return due((dueOn) => sql`${dueOn} = ${today}`);
    case 'DUE_SOON':
      return due((dueOn) => sql`${dueOn} between ${today} and ${addDays(today, warnDays)}`);
    case 'OVERDUE':
      return due((dueOn) => sql`${dueOn} < ${today}`);
    case 'UNTRIAGED':
      return sql`p.state in ('RECEIVED', 'REGISTERED', 'MATERIALS_REQUESTED')`;
    case 'RETURNED':
      return sql`p.returned_on is not null`;
    case 'SUPERIOR':
      return sql`(p.superior_from is not null and p.reported_on is null)`;
    case 'MINE':
      return sql`p.handler_id = ${viewer.staffId}`;
    case 'ANSWERED':
      // Most are: it is the others that are looked up. Rides `matter_unanswered`.
      return sql`(p.procedural_stopped_on is not null and not exists (select from petitions.matter open
        where open.institution_id = ${institutionId} and open.id = p.matter_id
        and open.state not in ('ANSWERED', 'ARCHIVED')))`;
  }
}

function figureOf({ figure, figureFrom, figureTo }: WorklistFilterInput, { today, viewer }: FilterSetting) {
  if (!figure) return null;
  const listed = figureListCondition({ figure, from: figureFrom ?? null, to: figureTo ?? null }, today);
  const among = fewOf(figure, viewer.institutionId, today);
  return among ? sql`(${listed} and ${among})` : listed;
}

/** Figures that show a few among many say so in a form that an index can answer; what they mean stays with the figure. */
function fewOf(figure: string, institutionId: string, today: LocalDate): Condition | null {
  const overdue = (...promises: Promised[]) =>
    openPromises({ institutionId, promises, within: (dueOn) => sql`${dueOn} < ${today}` });
  switch (figure) {
    case 'OVERDUE_NOW':
      return anyOf(overdue('PROCEDURAL', 'SUBSTANTIVE'));
    case 'PROCEDURAL_MISSED':
      return anyOf([...overdue('PROCEDURAL'), keptLate(institutionId, 'PROCEDURAL')]);
    case 'SUBSTANTIVE_MISSED':
      return anyOf([...overdue('SUBSTANTIVE'), keptLate(institutionId, 'SUBSTANTIVE')]);
    default:
      return null;
  }
}

const ownedBy = (id: string) => sql`coalesce(p.handling_department_id, p.receiving_department_id) = ${id}`;

function checkedId(id: string, field: string): string {
  if (!isId(id)) throw new Invalid('ID_INVALID', { field });
  return id;
}
