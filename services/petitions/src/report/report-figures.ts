import { authorize, Invalid } from '@everyletter/kit/errors';
import { FigureComparison, FigureScope, type ReportFigureType } from '@everyletter/kit/figures';
import { monthsOf, type Period, previousPeriod, samePeriodLastYear, withinMonth } from '@everyletter/kit/period';
import { hasRole } from '@everyletter/kit/viewer';
import type { Context } from '../context.ts';
import { ageingRanges } from './rules/ageing.ts';
import { FIGURES, type FigureCode, figureWords, isFigureCode, STOCK_CODES } from './rules/figures.ts';
import { isGroupedBy, knownGroups, type PetitionGrouping } from './rules/grouping.ts';
import { figureListQuery, GROUP_FILTERS, receivedListQuery } from './rules/list-query.ts';
import { fractionOf, type Tally } from './rules/tally.ts';
import { type Asked, type Told, toldCounts } from './told-counts.ts';

export interface FiguresAsked {
  readonly keys: readonly string[] | null;
  readonly groupBy: PetitionGrouping | null;
  readonly scope: FigureScope;
  readonly compareWith: readonly FigureComparison[];
}

interface Compared {
  readonly comparison: FigureComparison;
  readonly period: Period;
  readonly told: Told;
}

const SHIFTS = { PREVIOUS: previousPeriod, LAST_YEAR: samePeriodLastYear } as const;

/**
 * Figures of an institution, each with all it takes to check it. What is not broken down as asked is left out.
 * @throws Invalid `FIGURE_UNKNOWN`; Forbidden `NOT_ALLOWED` for handlers, whom only those over them compare
 */
export async function reportFigures(
  institutionId: string,
  period: Period,
  { keys, groupBy, scope, compareWith }: FiguresAsked,
  context: Context,
): Promise<ReportFigureType[]> {
  const codes = codesOf(keys, groupBy);
  const isOverHandlers = hasRole(context.viewer, 'DEPARTMENT_HEAD', 'LEADER');
  authorize(groupBy !== 'HANDLER' || isOverHandlers);
  const asked: Asked = { of: { institutionId, scope }, by: groupBy, codes };
  const told = await toldCounts(asked, period, context);
  const compared: Compared[] = [];
  for (const comparison of new Set(compareWith)) {
    const other = SHIFTS[comparison](period);
    compared.push({ comparison, period: other, told: await toldCounts(asked, other, context) });
  }
  const { pack } = await context.terms.current();
  const ages = ageingRanges(context.today, pack.report.ageingDays);
  const list = (id: string, code: FigureCode, group: string | null) =>
    scope !== FigureScope.WITH_CHILDREN && id === context.viewer.institutionId
      ? listOf(code, { groupBy, group, period, ages })
      : '';
  const rows = await rowsOf(asked, period, told, context);
  return rows.map(({ id, code, group }) => {
    const definition = figureWords(code);
    const tally = told.of(id, code, group);
    const { value, numerator, denominator } = fractionOf(definition.unit, tally);
    const days = groupBy === 'MONTH' && group ? withinMonth(period, group) : period;
    const missed = code.replace(/_RATE$/, '_MISSED');
    return {
      key: code,
      definition,
      institutionId: id,
      period: days,
      group,
      groupName: null,
      ...{ value, numerator, denominator, isAtLeast: tally.isAtLeast },
      reachable: HAS_REACHABLE.includes(code) ? reachableOf(tally) : null,
      policyVersion: pack.version,
      listQuery: list(id, code, group),
      missedListQuery: definition.unit === 'RATE' && isFigureCode(missed) ? list(id, missed, group) : '',
      compared: compared.map((other) => comparedWith(other, { id, code, group, value, period })),
    };
  });
}

const HAS_REACHABLE: readonly FigureCode[] = ['PROCEDURAL_RATE', 'SUBSTANTIVE_RATE'];

function codesOf(keys: readonly string[] | null, groupBy: PetitionGrouping | null): FigureCode[] {
  const unknown = keys?.find((key) => !isFigureCode(key));
  if (unknown !== undefined) throw new Invalid('FIGURE_UNKNOWN', { field: 'keys', key: unknown });
  const asked = FIGURES.map(({ code }) => code).filter((code) => !keys || keys.includes(code));
  return asked.filter((code) => isGroupedBy(code, groupBy));
}

interface Row {
  readonly id: string;
  readonly code: FigureCode;
  readonly group: string | null;
}

/** Every institution of the scope and every known group, also the empty ones, and the groups that were found. */
async function rowsOf({ of, by, codes }: Asked, period: Period, told: Told, { figureCounts }: Context): Promise<Row[]> {
  const ids = of.scope === FigureScope.BY_CHILD ? await figureCounts.institutions(of) : [of.institutionId];
  const known = by === null ? [null] : by === 'MONTH' ? monthsOf(period) : knownGroups(by);
  const groups = [...new Set<string | null>([...known, ...told.groups])];
  return ids.flatMap((id) => codes.flatMap((code) => groups.map((group) => ({ id, code, group }))));
}

function reachableOf({ reachable, reachableGood }: Tally) {
  return { value: reachable > 0 ? reachableGood / reachable : null, numerator: reachableGood, denominator: reachable };
}

function comparedWith(
  { comparison, period, told }: Compared,
  { id, code, group, value, period: asked }: Row & { readonly value: number | null; readonly period: Period },
) {
  const isMonth = group !== null && /^\d{4}-\d{2}$/.test(group);
  const other = isMonth ? (monthsOf(period)[monthsOf(asked).indexOf(group)] ?? null) : group;
  const days = isMonth && other ? withinMonth(period, other) : period;
  if (STOCK_CODES.some((stock) => stock === code)) {
    return { comparison, period: days, value: null, numerator: null, denominator: null, difference: null };
  }
  const fraction = fractionOf(figureWords(code).unit, told.of(id, code, other));
  const difference = value === null || fraction.value === null ? null : value - fraction.value;
  return { comparison, period: days, ...fraction, difference };
}

interface Listed {
  readonly groupBy: PetitionGrouping | null;
  readonly group: string | null;
  readonly period: Period;
  readonly ages: ReturnType<typeof ageingRanges>;
}

/** The address of the petitions counted; empty where they have no common name, such as those nobody handles yet. */
function listOf(code: FigureCode, { groupBy, group, period, ages }: Listed): string {
  if (groupBy !== null && group === null) return '';
  const isStock = STOCK_CODES.some((stock) => stock === code);
  const days = groupBy === 'MONTH' && group ? withinMonth(period, group) : isStock ? { from: null, to: null } : period;
  const range = groupBy === 'AGE' ? ages.find(({ bucket }) => bucket === group) : null;
  const filter = groupBy && group && groupBy in GROUP_FILTERS ? { [GROUP_FILTERS[groupBy] as string]: group } : {};
  if (code === 'RECEIVED' && days.from && days.to) return receivedListQuery({ from: days.from, to: days.to }, filter);
  return figureListQuery(code, range ?? days, filter);
}
