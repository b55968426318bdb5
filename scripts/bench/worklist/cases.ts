import { encodeCursor } from '@everyletter/kit/paging';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { localDate } from '@everyletter/kit/time';
import type { Reports } from '@everyletter/petitions/report/report.repository';
import { ageingRanges } from '@everyletter/petitions/report/rules/ageing';
import { searchCondition } from '@everyletter/petitions/worklist/look-up';
import { searchTerm } from '@everyletter/petitions/worklist/rules/search-term';
import type { WorklistFilterInput, WorklistOrder } from '@everyletter/petitions/worklist/worklist.inputs';
import type { Worklist } from '@everyletter/petitions/worklist/worklist.repository';
import { conditionsOf, type FilterSetting, viewCondition } from '@everyletter/petitions/worklist/worklist-filter';
import { HANDLER } from './store.ts';

export interface Asked {
  readonly worklist: Worklist;
  readonly reports: Reports;
  readonly setting: FilterSetting & { readonly keys: InstitutionKeys };
}

export type Question = (asked: Asked) => Promise<unknown>;

const MIDDLE = encodeCursor(['2021-06-01', '01900000-0000-7000-8000-000000000000']);
const VIEWS = ['DUE_TODAY', 'DUE_SOON', 'OVERDUE', 'UNTRIAGED', 'MINE', 'ANSWERED'] as const;

function page(
  filter: WorklistFilterInput,
  order: WorklistOrder = 'RECEIVED_NEWEST',
  after: string | null = null,
): Question {
  return ({ worklist, setting }) => worklist.page({ conditions: conditions(filter, setting), order, first: 50, after });
}

function conditions(filter: WorklistFilterInput, setting: FilterSetting & { readonly keys: InstitutionKeys }) {
  const term = filter.search ? searchTerm(filter.search) : null;
  return conditionsOf(filter, term && searchCondition(term, null, setting.viewer.institutionId, setting.keys), setting);
}

function report(from: string, to: string): Question {
  return ({ reports, setting }) =>
    reports.received(setting.viewer.institutionId, { from: localDate(from), to: localDate(to) });
}

/** Every statement of the worklist and of the report. */
export const CASES: Readonly<Record<string, Question>> = {
  'first page': page({}),
  'page in the middle': page({}, 'RECEIVED_NEWEST', MIDDLE),
  'first page, oldest': page({}, 'RECEIVED_OLDEST'),
  'first page, due first': page({}, 'DUE_FIRST'),
  'page in the middle, due first': page({}, 'DUE_FIRST', MIDDLE),
  'name, two characters': page({ search: '王伟' }),
  'name, whole': page({ search: '欧阳建国' }),
  'name that nobody has': page({ search: '甪端' }),
  'number, part': page({ search: '00123' }),
  'number, short part': page({ search: '17' }),
  phone: page({ search: '13900000017' }),
  'state that is rare': page({ states: ['REGISTERED'] }),
  'track that is rare': page({ tracks: ['RESULT_READY'] }, 'RECEIVED_OLDEST'),
  'channel that is rare': page({ channels: ['FAX'] }),
  handler: page({ handlerId: HANDLER }),
  'handler, due first': page({ handlerId: HANDLER }, 'DUE_FIRST'),
  'days of receipt': page({ receivedFrom: localDate('2019-03-01'), receivedTo: localDate('2019-03-31') }),
  'clock due soon': page({ substantiveState: 'DUE_SOON' }),
  'clock overdue': page({ proceduralState: 'OVERDUE' }),
  'figure, missed': page({ figure: 'SUBSTANTIVE_MISSED' }),
  'figure, overdue now': page({ figure: 'OVERDUE_NOW' }),
  ...Object.fromEntries(VIEWS.map((view) => [`view ${view}`, page({ view })])),
  'total count': ({ worklist }) => worklist.counts([], { all: null }),
  'counts of the tabs': ({ worklist, setting }) =>
    worklist.counts([], {
      all: null,
      ...Object.fromEntries(VIEWS.map((view) => [view, viewCondition(view, setting)])),
    }),
  'report, stock': ({ reports, setting }) =>
    reports.stock(setting.viewer.institutionId, ageingRanges(setting.today, [7, 30, 60])),
  'report, a month': report('2021-06-01', '2021-06-30'),
  'report, a year': report('2021-01-01', '2021-12-31'),
  'report, ten years': report('2016-12-01', '2026-11-23'),
};
