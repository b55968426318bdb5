import { graphql, type ResultOf } from '../graphql/graphql.ts';
import { PartnerListFragment } from './PartnerList.vue';
import { ReceptionFragment } from './reception.ts';
import { HallPresenceFragment, StationDutyFragment } from './station-duty.ts';
import { CalendarDayFragment, CalendarLineFragment } from './TodayLine.vue';

/** How far the page looks ahead: enough for ten working days across the longest holiday. Calendar days. */
export const AHEAD_DAYS = 30;
/** Rows of the table. */
export const WORKING_DAYS_SHOWN = 10;

export const HallQuery = graphql(
  `
    query Hall($from: LocalDate!, $to: LocalDate!) {
      viewer {
        accountId
        institution { id today }
      }
      workingCalendar { ...CalendarLine }
      workingDays(from: $from, to: $to) { ...CalendarDay }
      receptionDays(from: $from, to: $to) { ...Reception }
      stations { id ...StationDuty }
      dutiesOn(date: $from) { id ...HallPresence }
      partnerOrganisations { id ...PartnerList }
    }
  `,
  [
    HallPresenceFragment,
    CalendarLineFragment,
    CalendarDayFragment,
    ReceptionFragment,
    StationDutyFragment,
    PartnerListFragment,
  ],
);

export type Hall = ResultOf<typeof HallQuery>;

export const HallLive = graphql(`
  subscription HallLive {
    hallChanged { id }
  }
`);
