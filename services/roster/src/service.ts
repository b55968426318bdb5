import 'reflect-metadata';
import type { ServiceDefinition } from '@everyletter/kit/service';
import { startSubgraph } from '@everyletter/kit/subgraph';
import { buildSubgraph } from '@everyletter/kit/subgraph-schema';
import { migrations } from '../migrations/list.ts';
import type { Context } from './context.ts';
import { Department } from './department/department.entity.ts';
import { DepartmentResolver } from './department/department.resolver.ts';
import { Institution } from './institution/institution.entity.ts';
import { InstitutionResolver } from './institution/institution.resolver.ts';
import { People } from './people.repository.ts';
import { rosterPolicy } from './policy-table.ts';
import { RoleGrant, Staff } from './staff/staff.entity.ts';
import { StaffResolver } from './staff/staff.resolver.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';

/** Institutions, departments, staff and who is on when. */
export const rosterService: ServiceDefinition = {
  name: 'roster',
  migrations,
  buildSchema,
  start: (options) =>
    startSubgraph<Context>(
      {
        schema: buildSchema(),
        database: { schema: 'roster', entities: [Institution, Department, Staff, RoleGrant] },
        scopeOf: () => 'INSTITUTION',
        context: (base) => ({ ...base, people: new People(base.em) }),
      },
      options,
    ),
};

function buildSchema() {
  return buildSubgraph({
    resolvers: [ViewerResolver, InstitutionResolver, DepartmentResolver, StaffResolver],
    references: {
      Institution: ({ id }: { id: string }, { people }: Context) => people.institution(id),
      Department: ({ id }: { id: string }, { people }: Context) => people.department(id),
      Staff: ({ id }: { id: string }, { people }: Context) => people.staffMember(id),
    },
    policy: rosterPolicy,
  });
}
