import { Stations } from './0001-stations.ts';
import { Seats } from './0010-seats.ts';
import { ClosedHalfDays } from './0011-closed-half-days.ts';
import { CoveragePlans } from './0012-coverage-plans.ts';
import { Lawyers } from './0020-lawyers.ts';
import { Attendance } from './0021-attendance.ts';
import { Consultations } from './0022-consultations.ts';
import { DutyFeeds } from './0023-duty-feeds.ts';
import { Representations } from './0080-representations.ts';
import { CalendarEvents } from './0090-calendar-events.ts';
import { DutyNotices } from './0100-duty-notices.ts';

/** In the order they run. */
export const migrations = [
  { name: '0001-stations', class: Stations },
  { name: '0010-seats', class: Seats },
  { name: '0011-closed-half-days', class: ClosedHalfDays },
  { name: '0012-coverage-plans', class: CoveragePlans },
  { name: '0020-lawyers', class: Lawyers },
  { name: '0021-attendance', class: Attendance },
  { name: '0022-consultations', class: Consultations },
  { name: '0023-duty-feeds', class: DutyFeeds },
  { name: '0080-representations', class: Representations },
  { name: '0090-calendar-events', class: CalendarEvents },
  { name: '0100-duty-notices', class: DutyNotices },
] as const;
