import type { ResultOf } from '../graphql/graphql.ts';
import type { PortalCaseFragment } from './portal-case-fragment.ts';

export type PortalCase = ResultOf<typeof PortalCaseFragment>;
export type CaseSession = PortalCase['sessions'][number];
