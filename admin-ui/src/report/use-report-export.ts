import { type ResultOf, readFragment } from '../graphql/graphql.ts';
import { useT } from '../text/use-t.ts';
import { download, toCsv } from '../ui/csv-file.ts';
import { AgeingPanelFragment } from './AgeingPanel.vue';
import { FigureCardFragment } from './FigureCard.vue';
import { RateCardFragment } from './RateCard.vue';
import type { DashboardQuery } from './report-query.ts';
import { TrendPanelFragment } from './TrendPanel.vue';

export type Report = ResultOf<typeof DashboardQuery>['viewer']['institution']['petitionReport'];

/** Every figure of the report as a file, each with what it counts: the numbers on the screen, unformatted. */
export function useReportExport() {
  const { t, phrase } = useT();

  const figures = (report: Report) =>
    [report.received, report.overdueNow].map((figure) => {
      const { definition, value } = readFragment(FigureCardFragment, figure);
      return [phrase(definition.name), '', String(value), phrase(definition.words)];
    });
  const rates = (report: Report) =>
    [report.procedural, report.substantive].flatMap((figure) => {
      const rate = readFragment(RateCardFragment, figure);
      const name = phrase(rate.definition.name);
      const line = (part: string, value: number | null) => [name, part, value === null ? '' : String(value), ''];
      return [
        [name, t('report.strict'), String(rate.strictRate ?? ''), phrase(rate.definition.words)],
        line(t('report.reachable'), rate.reachableRate),
        line(t('report.csv.numerator'), rate.numerator),
        line(t('report.csv.strictDenominator'), rate.strictDenominator),
        line(t('report.csv.reachableNumerator'), rate.reachableNumerator),
        line(t('report.csv.reachableDenominator'), rate.reachableDenominator),
      ];
    });
  const groups = ({ receivedByChannel, receivedByCategory, ageing }: Report) => [
    ...receivedByChannel.map(({ channel, value }) => [
      t('report.byChannel'),
      t(`channel.${channel}`),
      String(value),
      '',
    ]),
    ...receivedByCategory.map(({ category, value }) => [
      t('report.byCategory'),
      t(`category.${category}`),
      String(value ?? ''),
      value === null ? t('report.withheld') : '',
    ]),
    ...readFragment(AgeingPanelFragment, ageing).map(({ bucket, value }) => [
      t('report.ageing'),
      t(`report.bucket.${bucket}`),
      String(value),
      '',
    ]),
  ];
  const months = ({ trend }: Report) =>
    readFragment(TrendPanelFragment, trend).flatMap(({ month, received, proceduralInTime, substantiveInTime }) => [
      [t('report.trend.received'), month, String(received), ''],
      [t('report.trend.proceduralInTime'), month, String(proceduralInTime), ''],
      [t('report.trend.substantiveInTime'), month, String(substantiveInTime), ''],
    ]);

  return (report: Report) => {
    const head = [t('report.csv.figure'), t('report.csv.part'), t('report.csv.value'), t('report.csv.definition')];
    const rows = [head, ...figures(report), ...rates(report), ...groups(report), ...months(report)];
    download(
      `${t('report.title')}-${report.period.from}-${report.period.to}.csv`,
      toCsv(rows),
      'text/csv;charset=utf-8',
    );
  };
}
