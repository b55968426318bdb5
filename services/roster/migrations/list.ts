import { InstitutionsAndPeople } from './0001-institutions-and-people.ts';
import { ViewerClaims } from './0002-viewer-claims.ts';
import { CalendarAndReception } from './0003-calendar-and-reception.ts';
import { People } from './0010-people.ts';
import { Accounts } from './0011-accounts.ts';
import { CalendarDays } from './0012-calendar-days.ts';
import { Feeds } from './0020-feeds.ts';
import { Rota } from './0021-rota.ts';
import { Tickets } from './0022-tickets.ts';
import { CaseOwnership } from './0030-case-ownership.ts';
import { OutsideMediators } from './0080-outside-mediators.ts';

/** In the order they run. */
export const migrations = [
  { name: '0001-institutions-and-people', class: InstitutionsAndPeople },
  { name: '0002-viewer-claims', class: ViewerClaims },
  { name: '0003-calendar-and-reception', class: CalendarAndReception },
  { name: '0010-people', class: People },
  { name: '0011-accounts', class: Accounts },
  { name: '0012-calendar-days', class: CalendarDays },
  { name: '0020-feeds', class: Feeds },
  { name: '0021-rota', class: Rota },
  { name: '0022-tickets', class: Tickets },
  { name: '0030-case-ownership', class: CaseOwnership },
  { name: '0080-outside-mediators', class: OutsideMediators },
] as const;
