import { FigureScope } from '@everyletter/kit/figures';
import { type AskedPeriod, monthsOf, type Period, reportPeriod } from '@everyletter/kit/period';

import { hasRole } from '@everyletter/kit/viewer';
import type { Context } from '../context.ts';
import { Category, Channel } from '../petition/rules/kinds.ts';
import type { CategoryFigure } from './figure.type.ts';
import type { RateFigure, ReportHead } from './petition-report.type.ts';
import type { Cell, Stock } from './report.repository.ts';
import { AgeingBucket, type AgeingRange, ageingRanges } from './rules/ageing.ts';
import { type FigureCode, figureWords } from './rules/figures.ts';
import { figureListQuery, receivedListQuery } from './rules/list-query.ts';
import { fractionOf } from './rules/tally.ts';
import { READERS, toldCounts } from './told-counts.ts';

const ALWAYS = { from: null, to: null };

/** How the lists behind the figures are named; nobody lists the petitions of an institution below. */
interface Lists {
  readonly received: (filter?: Readonly<Record<string, string>>) => string;
  readonly figure: (figure: FigureCode, period?: { from: string | null; to: string | null }) => string;
}

/** @throws Invalid as `reportPeriod` */
export async function reportHead(institutionId: string, asked: AskedPeriod, { terms }: Context) {
  const { pack } = await terms.current();
  const period = reportPeriod(asked, pack.report.maxPeriodMonths);
  return { institutionId, period, policyVersion: pack.version };
}

/** The part of a report that is about petitions by their day of receipt. */
export async function receivedParts({ institutionId, period }: ReportHead, { reports, viewer }: Context) {
  const cells = await reports.received(institutionId, period);
  const lists = institutionId === viewer.institutionId ? listsOf(period) : NO_LISTS;
  const total = cells.find(({ channel, category, month }) => !channel && !category && !month);
  return {
    received: { definition: figureWords('RECEIVED'), value: total?.received ?? 0, listQuery: lists.received() },
    byChannel: byChannel(cells, lists),
    procedural: rateFigure('PROCEDURAL', total, lists),
    substantive: rateFigure('SUBSTANTIVE', total, lists),
    trend: trendOf(cells, period),
  };
}

/** What stands as of today, whenever it was received. */
export async function standingParts({ institutionId, period }: ReportHead, context: Context) {
  const { reports, terms, today, viewer } = context;
  const ranges = ageingRanges(today, (await terms.current()).pack.report.ageingDays);
  const stock = await reports.stock(institutionId, ranges);
  const lists = institutionId === viewer.institutionId ? listsOf(period) : NO_LISTS;
  return {
    overdueNow: {
      definition: figureWords('OVERDUE_NOW'),
      value: stock.overdueNow,
      listQuery: lists.figure('OVERDUE_NOW', ALWAYS),
    },
    ageing: ageingOf(stock, ranges, lists),
  };
}

/** A reporter is told of categories only what no subtraction tells of a few people. */
export async function byCategory({ institutionId, period }: ReportHead, context: Context): Promise<CategoryFigure[]> {
  const told = await categoriesTold(institutionId, period, context);
  const lists = institutionId === context.viewer.institutionId ? listsOf(period) : NO_LISTS;
  return Object.values(Category).map((category) => {
    return { category, ...told(category), listQuery: lists.received({ categories: category }) };
  });
}

async function categoriesTold(institutionId: string, period: Period, context: Context) {
  if (hasRole(context.viewer, ...READERS)) {
    const cells = await context.reports.received(institutionId, period);
    const countOf = (category: string) => cells.find((cell) => cell.category === category)?.received ?? 0;
    return (category: string) => ({ value: countOf(category), isAtLeast: false });
  }
  const of = { institutionId, scope: FigureScope.OWN };
  const told = await toldCounts({ of, by: 'CATEGORY', codes: ['RECEIVED'] }, period, context);
  return (category: string) => {
    const tally = told.of(institutionId, 'RECEIVED', category);
    return { value: fractionOf('COUNT', tally).value, isAtLeast: tally.isAtLeast };
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
