import { Terms } from './0001-terms.ts';
import { Petitions } from './0002-petitions.ts';
import { LedgerImports } from './0003-ledger-import.ts';
import { Desk } from './0004-desk.ts';
import { Replies } from './0005-replies.ts';
import { Report } from './0006-report.ts';
import { Queues } from './0007-queues.ts';
import { Search } from './0008-search.ts';
import { ClockEvents } from './0010-clock-events.ts';
import { Extensions } from './0011-extensions.ts';
import { RecountAndRemind } from './0012-recount-and-remind.ts';
import { Registration } from './0020-registration.ts';
import { Attachments } from './0021-attachments.ts';
import { TriageDesk } from './0022-triage-desk.ts';
import { Recusals } from './0023-recusals.ts';
import { Recipients } from './0030-recipients.ts';
import { PublicDesk } from './0031-public-desk.ts';
import { SuperiorReports } from './0032-superior-reports.ts';
import { MatterCourse } from './0033-matter-course.ts';
import { HearingsAndTasks } from './0034-hearings-and-tasks.ts';
import { SavedViews } from './0040-saved-views.ts';
import { Colleagues } from './0050-colleagues.ts';

/** In the order they run. */
export const migrations = [
  { name: '0001-terms', class: Terms },
  { name: '0002-petitions', class: Petitions },
  { name: '0003-ledger-import', class: LedgerImports },
  { name: '0004-desk', class: Desk },
  { name: '0005-replies', class: Replies },
  { name: '0006-report', class: Report },
  { name: '0007-queues', class: Queues },
  { name: '0008-search', class: Search },
  { name: '0010-clock-events', class: ClockEvents },
  { name: '0011-extensions', class: Extensions },
  { name: '0012-recount-and-remind', class: RecountAndRemind },
  { name: '0020-registration', class: Registration },
  { name: '0021-attachments', class: Attachments },
  { name: '0022-triage-desk', class: TriageDesk },
  { name: '0023-recusals', class: Recusals },
  { name: '0030-recipients', class: Recipients },
  { name: '0031-public-desk', class: PublicDesk },
  { name: '0032-superior-reports', class: SuperiorReports },
  { name: '0033-matter-course', class: MatterCourse },
  { name: '0034-hearings-and-tasks', class: HearingsAndTasks },
  { name: '0040-saved-views', class: SavedViews },
  { name: '0050-colleagues', class: Colleagues },
] as const;
