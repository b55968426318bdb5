import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | GridComponentOption | TooltipComponentOption
>;

/** Drawn as SVG, a colour may be a variable of the page: it follows the theme by itself. */
const INK = 'var(--color-ink-2)';
const LINE = 'var(--color-line)';
const frame = (): ChartOption => ({
  animation: false,
  // By name, since words are measured on a canvas, which inherits nothing.
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: INK },
  grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
  tooltip: {
    trigger: 'axis',
    backgroundColor: 'var(--color-sheet)',
    borderColor: LINE,
    textStyle: { color: 'var(--color-ink)', fontSize: 12 },
  },
});
const valueAxis = {
  type: 'value' as const,
  minInterval: 1,
  axisLabel: { color: INK },
  splitLine: { lineStyle: { color: LINE } },
};
const categoryAxis = (data: readonly string[]) => ({
  type: 'category' as const,
  data: [...data],
  axisLabel: { color: INK, hideOverlap: true },
  axisLine: { lineStyle: { color: LINE } },
  axisTick: { show: false },
});

export interface TrendLine {
  readonly name: string;
  readonly values: readonly number[];
}

/** Told apart by mark and dash as well as by colour, so that a grey print keeps its meaning. */
export const STROKES = [
  { color: 'var(--color-azure)', symbol: 'circle', type: 'solid' },
  { color: 'var(--color-jade)', symbol: 'rect', type: 'dashed' },
  { color: 'var(--color-amber)', symbol: 'triangle', type: 'dotted' },
] as const;

export function trendOption(months: readonly string[], lines: readonly TrendLine[]): ChartOption {
  return {
    ...frame(),
    xAxis: { ...categoryAxis(months), boundaryGap: false },
    yAxis: valueAxis,
    series: lines.map(({ name, values }, at) => {
      const { color, symbol, type } = STROKES[at % STROKES.length] ?? STROKES[0];
      return {
        type: 'line',
        name,
        data: [...values],
        symbol,
        symbolSize: 5,
        showSymbol: months.length <= 24,
        itemStyle: { color },
        lineStyle: { color, type, width: 1.5 },
        emphasis: { disabled: true },
      };
    }),
  };
}

export interface ColumnBar {
  readonly words: string;
  readonly value: number;
  /** Seal red, which belongs to overdue alone. */
  readonly overdue: boolean;
}

export function columnsOption(bars: readonly ColumnBar[], name: string): ChartOption {
  return {
    ...frame(),
    xAxis: categoryAxis(bars.map(({ words }) => words)),
    yAxis: valueAxis,
    series: [
      {
        type: 'bar',
        name,
        barMaxWidth: 40,
        label: { show: true, position: 'top', color: INK },
        emphasis: { disabled: true },
        data: bars.map(({ value, overdue }) => ({
          value,
          itemStyle: { color: overdue ? 'var(--color-seal)' : 'var(--color-azure)' },
        })),
      },
    ],
  };
}
