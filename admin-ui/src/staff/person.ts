import type { GrantLineFragment } from '../grant/GrantTable.vue';
import type { FragmentOf, ResultOf } from '../graphql/graphql.ts';
import type { PersonQuery, StaffCardFragment, StaffLineFragment } from './staff-query.ts';

export type PersonCard = ResultOf<typeof StaffCardFragment> & ResultOf<typeof StaffLineFragment>;
export type PersonViewer = ResultOf<typeof PersonQuery>['viewer'];
export type PersonRequests = readonly FragmentOf<typeof GrantLineFragment>[];
