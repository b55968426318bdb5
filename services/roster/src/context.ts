import type { FeedTokens } from '@everyletter/kit/feed';
import type { RequestContext } from '@everyletter/kit/subgraph';
import type { Absences } from './absence/absences.repository.ts';
import type { Accounts } from './account/accounts.repository.ts';
import type { Calendars } from './calendar/calendars.repository.ts';
import type { CaseOwnerships } from './case-ownership/case-ownerships.repository.ts';
import type { Grants } from './grant/grants.repository.ts';
import type { People } from './people.repository.ts';
import type { ReceptionDays } from './reception-day/reception-days.repository.ts';
import type { ReceptionSettingsInForce } from './reception-settings/reception-settings.repository.ts';
import type { Recusals } from './recused/recusals.repository.ts';
import type { Rotas } from './rota-plan/rotas.repository.ts';
import type { Tickets } from './ticket/tickets.repository.ts';

export interface Context extends RequestContext {
  readonly people: People;
  readonly accounts: Accounts;
  readonly grants: Grants;
  readonly absences: Absences;
  readonly calendars: Calendars;
  readonly receptions: ReceptionDays;
  readonly receptionSettings: ReceptionSettingsInForce;
  readonly feeds: FeedTokens;
  readonly rotas: Rotas;
  readonly tickets: Tickets;
  readonly caseOwnerships: CaseOwnerships;
  readonly recusals: Recusals;
}
