import { withholdSmallCells } from '@everyletter/kit/small-cells';
import { hasRole, type Role } from '@everyletter/kit/viewer';
import type { Context } from '../context.ts';
import { Category, Channel } from '../petition/rules/kinds.ts';
import type { PetitionReport, RateFigure } from './petition-report.type.ts';
import type { Cell, Stock } from './report.repository.ts';
import { AgeingBucket, type AgeingRange, ageingRanges } from './rules/ageing.ts';
import { type FigureCode, figureWords } from './rules/figures.ts';
import { figureListQuery, receivedListQuery } from './rules/list-query.ts';
import { monthsOf, type Period, reportPeriod } from './rules/report-period.ts';

/** Those to whom small numbers are told: they read the petitions anyway. */
const READERS: readonly Role[] = ['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'];
const ALWAYS = { from: null, to: null };

/** How the lists behind the figures are named; nobody lists the petitions of an institution below. */
interface Lists {
  readonly received: (filter?: Readonly<Record<string, string>>) => string;
  readonly figure: (figure: FigureCode, period?: { from: string | null; to: string | null }) => string;
}

/** @throws Invalid `PERIOD_REVERSED`, `PERIOD_TOO_LONG` */
export async function petitionReport(
  institutionId: string,
  asked: Period,
  { reports, terms, today, viewer }: Context,
): Promise<PetitionReport> {
  const { pack } = await terms.current();
  const period = reportPeriod(asked, pack.report.maxPeriodMonths);
  const ranges = ageingRanges(today, pack.report.ageingDays);
  const cells = await reports.received(institutionId, period);
  const stock = await reports.stock(institutionId, ranges);
  const lists = institutionId === viewer.institutionId ? listsOf(period) : NO_LISTS;
  const smallest = hasRole(viewer, ...READERS) ? 0 : pack.report.smallestCell;
  const total = cells.find(({ channel, category, month }) => !channel && !category && !month);
  return {
    period,
    policyVersion: pack.version,
    received: { definition: figureWords('RECEIVED'), value: total?.received ?? 0, listQuery: lists.received() },
    receivedByChannel: byChannel(cells, lists),
    receivedByCategory: byCategory(cells, smallest, lists),
    procedural: rateFigure('PROCEDURAL', total, lists),
    substantive: rateFigure('SUBSTANTIVE', total, lists),
    overdueNow: {
      definition: figureWords('OVERDUE_NOW'),
      value: stock.overdueNow,
      listQuery: lists.figure('OVERDUE_NOW', ALWAYS),
    },
    trend: trendOf(cells, period),
    ageing: ageingOf(stock, ranges, lists),
  };
}

function listsOf(period: Period): Lists {
  return {
    received: (filter) => receivedListQuery(period, filter),
    figure: (figure, between = period) => figureListQuery(figure, between),
  };
}

const NO_LISTS: Lists = { received: () => '', figure: () => '' };

/** Every channel, also those nothing came by. */
function byChannel(cells: readonly Cell[], lists: Lists) {
  return Object.values(Channel).map((channel) => ({
    channel,
    value: cells.find((cell) => cell.channel === channel)?.received ?? 0,
    listQuery: lists.received({ channels: channel }),
  }));
}

function byCategory(cells: readonly Cell[], smallest: number, lists: Lists) {
  const categories = Object.values(Category);
  const values = categories.map((category) => cells.find((cell) => cell.category === category)?.received ?? 0);
  const shown = withholdSmallCells(values, smallest);
  return categories.map((category, at) => ({
    category,
    value: shown[at] ?? null,
    listQuery: lists.received({ categories: category }),
  }));
}

function rateFigure(clock: 'PROCEDURAL' | 'SUBSTANTIVE', total: Cell | undefined, lists: Lists): RateFigure {
  const prefix = clock === 'PROCEDURAL' ? 'procedural' : 'substantive';
  const numerator = total?.[`${prefix}InTime`] ?? 0;
  const strictDenominator = total?.[`${prefix}Decided`] ?? 0;
  const reachableNumerator = total?.[`${prefix}ReachableInTime`] ?? 0;
  const reachableDenominator = total?.[`${prefix}Reachable`] ?? 0;
  return {
    definition: figureWords(`${clock}_RATE`),
    numerator,
    strictDenominator,
    reachableNumerator,
    reachableDenominator,
    strictRate: strictDenominator > 0 ? numerator / strictDenominator : null,
    reachableRate: reachableDenominator > 0 ? reachableNumerator / reachableDenominator : null,
    listQuery: lists.figure(`${clock}_RATE`),
    missedListQuery: lists.figure(`${clock}_MISSED`),
  };
}

function trendOf(cells: readonly Cell[], period: Period) {
  return monthsOf(period).map((month) => {
    const cell = cells.find((one) => one.month === month);
    const { received = 0, proceduralInTime = 0, substantiveInTime = 0 } = cell ?? {};
    return { month, received, proceduralInTime, substantiveInTime };
  });
}

function ageingOf(stock: Stock, ranges: readonly AgeingRange[], lists: Lists) {
  const inTime = ranges.map(({ bucket, from, to }, at) => ({
    bucket,
    value: stock.unanswered[at] ?? 0,
    listQuery: lists.figure('UNANSWERED', { from, to }),
  }));
  const overdue = { value: stock.unansweredOverdue, listQuery: lists.figure('UNANSWERED_OVERDUE', ALWAYS) };
  return [...inTime, { bucket: AgeingBucket.OVERDUE, ...overdue }];
}
