import { graphql } from '../graphql/graphql.ts';
import { DayOffFragment } from '../rota/days-off.ts';

export const CalendarQuery = graphql(
  `
  query Calendar($from: LocalDate!, $to: LocalDate!, $office: Boolean!) {
    viewer { accountId roles }
    workingCalendar {
      version
      lastPublishedYear
      publishedYears
      missingYear
      sources { year title publishedOn }
      overrides { date working reason }
    }
    workingDays(from: $from, to: $to) { date kind working provisional sourceKind source }
    receptionsOnDaysOff @include(if: $office) { id ...ReceptionOnDayOff }
  }
`,
  [DayOffFragment],
);

export const PreviewQuery = graphql(`
  query CalendarPreview($text: String!, $year: Int) {
    calendarPreview(text: $text, year: $year) {
      year
      title
      publishedOn
      version
      days { date kind working provisional sourceKind }
      changes { date before after }
      duties { id date halfDay place leader { id name } }
      years
      daysOff
      extraWorkdays
    }
  }
`);

export const PublishCalendar = graphql(`
  mutation PublishCalendar($input: PublishCalendarInput!) {
    publishCalendar(input: $input) { calendar { version lastPublishedYear publishedYears missingYear sources { year title publishedOn } overrides { date working reason } } }
  }
`);

export const OverrideDay = graphql(`
  mutation OverrideDay($input: OverrideDayInput!) {
    overrideDay(input: $input) { calendar { version lastPublishedYear publishedYears missingYear sources { year title publishedOn } overrides { date working reason } } }
  }
`);

export type DayKind = 'WORKDAY' | 'WEEKEND' | 'DAY_OFF' | 'EXTRA_WORKDAY';

/** A day as the year shows it. */
export interface ShownDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly sourceKind?: 'NOTICE' | 'PROVISIONAL' | 'LOCAL_OVERRIDE';
  readonly source?: string;
}
