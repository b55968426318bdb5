import { DESK_ROLES, holdsAny, type Role } from './roles.ts';

/** Pages by the roles that may open them; a page not listed is open to everyone signed in. */
export const PAGE_ROLES: Readonly<Record<string, readonly Role[]>> = {
  '/': DESK_ROLES,
  '/petitions': DESK_ROLES,
  '/register': ['CLERK', 'DEPARTMENT_HEAD'],
  '/triage': ['CLERK', 'DEPARTMENT_HEAD', 'LEADER'],
  '/day': ['CLERK', 'DEPARTMENT_HEAD', 'LEADER'],
  '/triage-rules': ['SYSTEM_ADMINISTRATOR'],
  '/matters': DESK_ROLES,
  '/outgoing': DESK_ROLES,
  '/ledger': ['CLERK', 'DEPARTMENT_HEAD'],
  '/reminders': DESK_ROLES,
  '/policy': [...DESK_ROLES, 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'],
  '/approvals': ['LEADER', 'DEPARTMENT_HEAD', 'HANDLER'],
  '/dashboard': ['LEADER', 'DEPARTMENT_HEAD', 'REPORTER', 'CLERK'],
  '/comparison': ['LEADER', 'DEPARTMENT_HEAD', 'REPORTER', 'CLERK'],
  '/my-duties': ['DUTY_LAWYER'],
  '/my-time': ['DUTY_LAWYER'],
  '/swaps': ['STATION_ADMINISTRATOR'],
  '/attendance': ['STATION_ADMINISTRATOR'],
  '/consultations': ['DUTY_LAWYER', 'STATION_ADMINISTRATOR', 'CLERK', 'HANDLER', 'DEPARTMENT_HEAD'],
  '/lawyers': ['STATION_ADMINISTRATOR'],
  '/mediation/report': [...DESK_ROLES, 'REPORTER', 'MEDIATOR'],
  '/mediation': DESK_ROLES,
  '/portal': ['MEDIATOR'],
  '/coverage': ['STATION_ADMINISTRATOR', 'LEADER', 'DEPARTMENT_HEAD'],
  '/stations': ['STATION_ADMINISTRATOR', 'LEADER', 'DEPARTMENT_HEAD'],
  '/settings': ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'],
  '/workbench': ['REPORTER'],
  '/api-keys': ['REPORTER', 'SECURITY_ADMINISTRATOR', 'AUDITOR'],
  '/partners': ['DEPARTMENT_HEAD', 'LEADER', 'MEDIATOR'],
  '/rota': [...DESK_ROLES, 'ROTA_ADMINISTRATOR'],
  '/reception': [...DESK_ROLES, 'ROTA_ADMINISTRATOR'],
  '/hall': [...DESK_ROLES, 'ROTA_ADMINISTRATOR', 'STATION_ADMINISTRATOR'],
};

/** The first page of a role; the gateway and the subgraphs decide again on every request. */
export function homeOf(roles: readonly Role[]): string {
  if (holdsAny(roles, DESK_ROLES)) return '/';
  if (roles.includes('MEDIATOR')) return '/portal';
  if (roles.includes('REPORTER')) return '/dashboard';
  if (roles.includes('ROTA_ADMINISTRATOR')) return '/rota';
  if (roles.includes('STATION_ADMINISTRATOR')) return '/hall';
  if (roles.includes('DUTY_LAWYER')) return '/my-duties';
  if (roles.includes('SYSTEM_ADMINISTRATOR')) return '/settings/people';
  if (roles.includes('SECURITY_ADMINISTRATOR')) return '/settings/grants';
  return '/time-limit';
}

export function mayOpen(path: string, roles: readonly Role[]): boolean {
  const page = Object.keys(PAGE_ROLES).find(
    (prefix) => path === prefix || (prefix !== '/' && path.startsWith(`${prefix}/`)),
  );
  return page === undefined || holdsAny(roles, PAGE_ROLES[page] ?? []);
}

/** Where to go after signing in: only a path of this site, never an address somebody put into the link. */
export function safeNext(next: unknown): string | null {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : null;
}
