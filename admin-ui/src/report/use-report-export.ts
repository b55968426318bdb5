import { type ResultOf, readFragment } from '../graphql/graphql.ts';
import { useT } from '../text/use-t.ts';
import { saveCsv } from '../ui/csv-file.ts';
import { AgeingPanelFragment } from './AgeingPanel.vue';
import { FigureCardFragment } from './FigureCard.vue';
import { RateCardFragment } from './RateCard.vue';
import type { DashboardQuery } from './report-query.ts';
import { TrendPanelFragment } from './TrendPanel.vue';

export type Report = ResultOf<typeof DashboardQuery>['viewer']['institution']['petitionReport'];

const line = (figure: string, part: string, value: number | null, words = '') => [
  figure,
  part,
  value === null ? '' : String(value),
  words,
];

/** Every figure of the report as a file, each with what it counts: the numbers on the screen, unformatted. */
export function useReportExport() {
  const { t, phrase } = useT();

  const figures = (report: Report) =>
    [report.received, report.overdueNow].map((figure) => {
      const { definition, value } = readFragment(FigureCardFragment, figure);
      return line(phrase(definition.name), '', value, phrase(definition.words));
    });
  const rates = (report: Report) =>
    [report.procedural, report.substantive].flatMap((figure) => {
      const rate = readFragment(RateCardFragment, figure);
      const name = phrase(rate.definition.name);
      return [
        line(name, t('report.strict'), rate.strictRate, phrase(rate.definition.words)),
        line(name, t('report.reachable'), rate.reachableRate),
        line(name, t('report.csv.numerator'), rate.numerator),
        line(name, t('report.csv.strictDenominator'), rate.strictDenominator),
        line(name, t('report.csv.reachableNumerator'), rate.reachableNumerator),
        line(name, t('report.csv.reachableDenominator'), rate.reachableDenominator),
      ];
    });
  const groups = ({ receivedByChannel, receivedByCategory, ageing }: Report) => [
    ...receivedByChannel.map(({ channel, value }) => line(t('report.byChannel'), t(`channel.${channel}`), value)),
    ...receivedByCategory.map(({ category, value, isAtLeast }) =>
      line(t('report.byCategory'), t(`category.${category}`), value, isAtLeast ? t('report.withheld') : ''),
    ),
    ...readFragment(AgeingPanelFragment, ageing).map(({ bucket, value }) =>
      line(t('report.ageing'), t(`report.bucket.${bucket}`), value),
    ),
  ];
  const months = ({ trend }: Report) =>
    readFragment(TrendPanelFragment, trend).flatMap(({ month, received, proceduralInTime, substantiveInTime }) => [
      line(t('report.trend.received'), month, received),
      line(t('report.trend.proceduralInTime'), month, proceduralInTime),
      line(t('report.trend.substantiveInTime'), month, substantiveInTime),
    ]);

  return (report: Report) => {
    const { from, to } = report.period;
    const head = [t('report.csv.figure'), t('report.csv.part'), t('report.csv.value'), t('report.csv.definition')];
    const rows = [head, ...figures(report), ...rates(report), ...groups(report), ...months(report)];
    saveCsv(`${t('report.title')}-${from}-${to}.csv`, rows);
  };
}
