import 'reflect-metadata';
import { FeedTokens } from '@everyletter/kit/feed';
import type { ServiceDefinition } from '@everyletter/kit/service';
import { startSubgraph } from '@everyletter/kit/subgraph';
import { buildSubgraph } from '@everyletter/kit/subgraph-schema';
import { migrations } from '../migrations/list.ts';
import { CalendarResolver } from './calendar/calendar.resolver.ts';
import { Calendars } from './calendar/calendars.repository.ts';
import { calendarFeedFile } from './calendar-feed/calendar-feed.files.ts';
import { CalendarFeedResolver } from './calendar-feed/calendar-feed.resolver.ts';
import type { Context } from './context.ts';
import { Department } from './department/department.entity.ts';
import { DepartmentResolver } from './department/department.resolver.ts';
import { Institution } from './institution/institution.entity.ts';
import { InstitutionResolver } from './institution/institution.resolver.ts';
import { People } from './people.repository.ts';
import { rosterPolicy } from './policy-table.ts';
import { ReceptionDay } from './reception-day/reception-day.entity.ts';
import { ReceptionDayResolver } from './reception-day/reception-day.resolver.ts';
import { ReceptionDays } from './reception-day/reception-days.repository.ts';
import { ReceptionSettingsInForce } from './reception-settings/reception-settings.repository.ts';
import { RoleGrant, Staff } from './staff/staff.entity.ts';
import { StaffResolver } from './staff/staff.resolver.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';

const entities = [Institution, Department, Staff, RoleGrant, ReceptionDay];

/** Institutions, departments, staff and who is on when. */
export const rosterService: ServiceDefinition = {
  name: 'roster',
  migrations,
  entities,
  buildSchema,
  start: (options) =>
    startSubgraph<Context>(
      {
        schema: buildSchema(),
        database: { schema: 'roster', entities },
        scopeOf: () => 'INSTITUTION',
        files: calendarFeedFile,
        context: (base) => ({
          ...base,
          people: new People(base.em),
          calendars: new Calendars(base.em, base.viewer.institutionId),
          receptions: new ReceptionDays(base.em),
          receptionSettings: new ReceptionSettingsInForce(base.em),
          feeds: new FeedTokens(base.em.getKysely() as never, 'roster', base.viewer.institutionId),
        }),
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
      CalendarResolver,
      ReceptionDayResolver,
      CalendarFeedResolver,
    ],
    references: {
      Institution: ({ id }: { id: string }, { people }: Context) => people.institution(id),
      Department: ({ id }: { id: string }, { people }: Context) => people.department(id),
      Staff: ({ id }: { id: string }, { people }: Context) => people.staffMember(id),
      ReceptionDay: ({ id }: { id: string }, { receptions }: Context) => receptions.find(id),
    },
    policy: rosterPolicy,
  });
}
