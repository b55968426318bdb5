import type { useT } from '../text/use-t.ts';
import type { ReceptionRule } from './rota-fragments.ts';

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type Nth = 1 | 2 | 3 | 4 | 5;

/** A rule as people say it: 每月第一、四个周三全天；遇放假顺延至次周同日. */
export function ruleWords(
  {
    weekdays,
    nthInMonth,
    everyWeeks,
    span,
    holidayPolicy,
  }: Pick<ReceptionRule, 'weekdays' | 'nthInMonth' | 'everyWeeks' | 'span' | 'holidayPolicy'>,
  { t, list }: Pick<ReturnType<typeof useT>, 't' | 'list'>,
): string {
  const days =
    weekdays.length === 0
      ? t('rota.rule.everyWorkingDay')
      : list(weekdays.map((day) => t(`rota.weekday.${day as Weekday}`)));
  const nth = list(nthInMonth.map((n) => (n === -1 ? t('rota.rule.last') : t(`rota.nth.${n as Nth}`))));
  const when =
    nthInMonth.length > 0
      ? t('rota.rule.monthly', { nth, days })
      : everyWeeks > 1
        ? t('rota.rule.everyWeeks', { weeks: everyWeeks, days })
        : weekdays.length === 0
          ? days
          : t('rota.rule.weekly', { days });
  return t('rota.rule.sentence', { when, span: t(`rota.span.${span}`), holiday: t(`rota.holiday.${holidayPolicy}`) });
}
