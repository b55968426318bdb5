import 'reflect-metadata';
import { FeedTokens } from '@everyletter/kit/feed';
import type { ServiceDefinition } from '@everyletter/kit/service';
import { startSubgraph } from '@everyletter/kit/subgraph';
import { buildSubgraph } from '@everyletter/kit/subgraph-schema';
import { migrations } from '../migrations/list.ts';
import { Absence } from './absence/absence.entity.ts';
import { AbsenceResolver } from './absence/absence.resolver.ts';
import { Absences } from './absence/absences.repository.ts';
import { AccountResolver, StaffAccountResolver } from './account/account.resolver.ts';
import { AccountCard } from './account/account-card.entity.ts';
import { Accounts } from './account/accounts.repository.ts';
import { Invitation } from './account/invitation.entity.ts';
import { CalendarResolver } from './calendar/calendar.resolver.ts';
import { Calendars } from './calendar/calendars.repository.ts';
import { CalendarFeedResolver } from './calendar-feed/calendar-feed.resolver.ts';
import { CaseOwnership } from './case-ownership/case-ownership.entity.ts';
import { CaseOwnershipResolver, PetitionOwnershipsResolver } from './case-ownership/case-ownership.resolver.ts';
import { CaseOwnerships } from './case-ownership/case-ownerships.repository.ts';
import type { Context } from './context.ts';
import { Department } from './department/department.entity.ts';
import { DepartmentResolver } from './department/department.resolver.ts';
import { rosterFile } from './files.ts';
import { GrantResolver } from './grant/grant.resolver.ts';
import { GrantRequest } from './grant/grant-request.entity.ts';
import { Grants } from './grant/grants.repository.ts';
import { Institution } from './institution/institution.entity.ts';
import { InstitutionResolver } from './institution/institution.resolver.ts';
import { solveRotaPlan } from './jobs/solve-rota-plan.ts';
import { KeyPeriod } from './key-period/key-period.entity.ts';
import { KeyPeriodResolver } from './key-period/key-period.resolver.ts';
import { LeaderProfile } from './leader/leader-profile.entity.ts';
import { LeaderProfileResolver } from './leader/leader-profile.resolver.ts';
import { hearMediator } from './outside-mediator/hear-mediator.ts';
import { OutsideMediator } from './outside-mediator/outside-mediator.entity.ts';
import { People } from './people.repository.ts';
import { rosterPolicy } from './policy-table.ts';
import { ReceptionDay } from './reception-day/reception-day.entity.ts';
import { ReceptionDayResolver } from './reception-day/reception-day.resolver.ts';
import { ReceptionDays } from './reception-day/reception-days.repository.ts';
import { ReceptionDeskResolver, SubstitutionResolver } from './reception-day/reception-desk.resolver.ts';
import { RotaNoticeResolver } from './reception-day/rota-notice.resolver.ts';
import { RotaNotice, Substitution } from './reception-day/substitution.entity.ts';
import {
  KeyPeriodCoverageResolver,
  LeaderComplianceResolver,
  ReceptionReportResolver,
} from './reception-report/reception-report.resolver.ts';
import { ReceptionRule } from './reception-rule/reception-rule.entity.ts';
import { ReceptionRuleResolver } from './reception-rule/reception-rule.resolver.ts';
import { ReceptionSettingsInForce } from './reception-settings/reception-settings.repository.ts';
import { hearRecusal } from './recused/hear-recusal.ts';
import { Recusals } from './recused/recusals.repository.ts';
import { RotaPlan } from './rota-plan/rota-plan.entity.ts';
import { RotaPlanResolver } from './rota-plan/rota-plan.resolver.ts';
import { RotaPlanningResolver } from './rota-plan/rota-planning.resolver.ts';
import { Rotas } from './rota-plan/rotas.repository.ts';
import { Responsibility, RoleGrant, Staff } from './staff/staff.entity.ts';
import { StaffResolver } from './staff/staff.resolver.ts';
import { PetitionTicketsResolver, TicketPetitionResolver } from './ticket/petition-tickets.resolver.ts';
import { ReceptionTaskResolver } from './ticket/reception-task.resolver.ts';
import { ReceptionRecord, ReceptionTask, Ticket } from './ticket/ticket.entity.ts';
import { TicketResolver } from './ticket/ticket.resolver.ts';
import { Tickets } from './ticket/tickets.repository.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';

const entities = [
  Institution,
  Department,
  Staff,
  RoleGrant,
  ReceptionDay,
  Substitution,
  RotaNotice,
  ReceptionRule,
  KeyPeriod,
  LeaderProfile,
  RotaPlan,
  Responsibility,
  Absence,
  AccountCard,
  Invitation,
  OutsideMediator,
  GrantRequest,
  Ticket,
  ReceptionRecord,
  ReceptionTask,
  CaseOwnership,
];

const QUEUES = { 'roster.solve-rota': solveRotaPlan };
const HEARS = { 'mediation.mediator-changed': hearMediator, 'petitions.recusal-changed': hearRecusal };
const publishes = ['roster.calendar-published', 'roster.staff-changed', 'roster.staff-handed-over'] as const;

/** Institutions, departments, staff and who is on when. */
export const rosterService: ServiceDefinition = {
  name: 'roster',
  migrations,
  entities,
  queues: Object.keys(QUEUES) as (keyof typeof QUEUES)[],
  publishes,
  hears: Object.keys(HEARS) as (keyof typeof HEARS)[],
  buildSchema,
  start: (options) =>
    startSubgraph<Context>(
      {
        schema: buildSchema(),
        database: { schema: 'roster', entities },
        scopeOf: () => 'INSTITUTION',
        files: rosterFile,
        queues: QUEUES,
        context: (base) => ({
          ...base,
          people: new People(base.em),
          accounts: new Accounts(base.em),
          grants: new Grants(base.em),
          absences: new Absences(base.em),
          calendars: new Calendars(base.em, base.viewer.institutionId),
          receptions: new ReceptionDays(base.em),
          receptionSettings: new ReceptionSettingsInForce(base.em),
          feeds: new FeedTokens(base.em.getKysely() as never, 'roster', base.viewer.institutionId),
          rotas: new Rotas(base.em, base.viewer.institutionId),
          tickets: new Tickets(base.em),
          caseOwnerships: new CaseOwnerships(base.em),
          recusals: new Recusals(base.em, base.viewer.institutionId),
        }),
        publishes,
        hears: HEARS,
      },
      options,
    ),
};

function buildSchema() {
  return buildSubgraph({
    resolvers: [
      ViewerResolver,
      InstitutionResolver,
      DepartmentResolver,
      StaffResolver,
      StaffAccountResolver,
      AccountResolver,
      GrantResolver,
      AbsenceResolver,
      CalendarResolver,
      ReceptionDayResolver,
      CalendarFeedResolver,
      ReceptionRuleResolver,
      KeyPeriodResolver,
      LeaderProfileResolver,
      RotaPlanResolver,
      RotaPlanningResolver,
      ReceptionDeskResolver,
      SubstitutionResolver,
      TicketResolver,
      ReceptionTaskResolver,
      PetitionTicketsResolver,
      TicketPetitionResolver,
      CaseOwnershipResolver,
      PetitionOwnershipsResolver,
      RotaNoticeResolver,
      ReceptionReportResolver,
      LeaderComplianceResolver,
      KeyPeriodCoverageResolver,
    ],
    references: {
      Institution: ({ id }: { id: string }, { people }: Context) => people.institution(id),
      Department: ({ id }: { id: string }, { people }: Context) => people.department(id),
      Staff: ({ id }: { id: string }, { people }: Context) => people.staffMember(id),
      Account: ({ id }: { id: string }, { accounts }: Context) => accounts.find(id),
      GrantRequest: ({ id }: { id: string }, { grants }: Context) => grants.find(id),
      Absence: ({ id }: { id: string }, { absences }: Context) => absences.find(id),
      ReceptionDay: ({ id }: { id: string }, { receptions }: Context) => receptions.find(id),
      ReceptionRule: ({ id }: { id: string }, { rotas }: Context) => rotas.rule.load(id),
      KeyPeriod: ({ id }: { id: string }, { rotas }: Context) => rotas.keyPeriod.load(id),
      RotaPlan: ({ id }: { id: string }, { rotas }: Context) => rotas.plan.load(id),
      CaseOwnership: ({ id }: { id: string }, { caseOwnerships }: Context) => caseOwnerships.byId.load(id),
      Petition: ({ id }: { id: string }) => ({ id }),
      ReceptionTicket: ({ id }: { id: string }, { tickets }: Context) => tickets.ticket.load(id),
    },
    policy: rosterPolicy,
  });
}
