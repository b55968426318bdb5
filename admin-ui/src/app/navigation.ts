import type { RouteRecordRaw } from 'vue-router';
import { routes } from 'vue-router/auto-routes';
import { mayOpen } from '../session/destination.ts';
import type { Role } from '../session/roles.ts';
import type { WordKey } from '../text/words.ts';

export interface Destination {
  readonly path: string;
  readonly words: WordKey;
  /** One character in a box, as on the spine of a docket. */
  readonly seal: WordKey;
}

const DESTINATIONS: readonly Destination[] = [
  { path: '/', words: 'nav.worklist', seal: 'nav.seal.worklist' },
  { path: '/register', words: 'nav.register', seal: 'nav.seal.register' },
  { path: '/triage', words: 'nav.triage', seal: 'nav.seal.triage' },
  { path: '/day', words: 'nav.day', seal: 'nav.seal.day' },
  { path: '/triage-rules', words: 'nav.triageRules', seal: 'nav.seal.triageRules' },
  { path: '/ledger', words: 'nav.ledger', seal: 'nav.seal.ledger' },
  { path: '/reminders', words: 'nav.reminders', seal: 'nav.seal.reminders' },
  { path: '/approvals', words: 'nav.approvals', seal: 'nav.seal.approvals' },
  { path: '/outgoing', words: 'nav.outgoing', seal: 'nav.seal.outgoing' },
  { path: '/hall', words: 'nav.hall', seal: 'nav.seal.hall' },
  { path: '/my-duties', words: 'nav.myDuties', seal: 'nav.seal.myDuties' },
  { path: '/my-time', words: 'nav.myTime', seal: 'nav.seal.myTime' },
  { path: '/attendance', words: 'nav.attendance', seal: 'nav.seal.attendance' },
  { path: '/swaps', words: 'nav.swaps', seal: 'nav.seal.swaps' },
  { path: '/consultations', words: 'nav.consultations', seal: 'nav.seal.consultations' },
  { path: '/rota', words: 'nav.rota', seal: 'nav.seal.rota' },
  { path: '/lawyers', words: 'nav.lawyers', seal: 'nav.seal.lawyers' },
  { path: '/coverage', words: 'nav.coverage', seal: 'nav.seal.coverage' },
  { path: '/stations', words: 'nav.stations', seal: 'nav.seal.stations' },
  { path: '/dashboard', words: 'nav.dashboard', seal: 'nav.seal.dashboard' },
  { path: '/mediation', words: 'nav.mediation', seal: 'nav.seal.mediation' },
  { path: '/portal', words: 'nav.portal', seal: 'nav.seal.portal' },
  { path: '/policy', words: 'nav.policy', seal: 'nav.seal.policy' },
  { path: '/settings/people', words: 'nav.people', seal: 'nav.seal.people' },
  { path: '/calendar', words: 'nav.calendar', seal: 'nav.seal.calendar' },
  { path: '/partners', words: 'nav.partners', seal: 'nav.seal.partners' },
  { path: '/workbench', words: 'nav.workbench', seal: 'nav.seal.workbench' },
  { path: '/api-keys', words: 'nav.apiKeys', seal: 'nav.seal.apiKeys' },
  { path: '/time-limit', words: 'nav.timeLimit', seal: 'nav.seal.timeLimit' },
];

const pages = new Set(addresses(routes));

/** Whether this build has a page at the address. */
export function hasPage(path: string): boolean {
  return pages.has(path);
}

/** Also of pages in folders, whose folder need not be a page itself. */
function addresses(records: readonly RouteRecordRaw[], base = ''): string[] {
  return records.flatMap(({ path, component, children = [] }) => {
    const address = path.startsWith('/') ? path : `${base}/${path}`.replace(/\/$/, '');
    return [...(component ? [address] : []), ...addresses(children, address)];
  });
}

/** The pages a role may open, in the order of the rail. */
export function destinationsFor(roles: readonly Role[]): readonly Destination[] {
  return DESTINATIONS.filter(({ path }) => hasPage(path) && mayOpen(path, roles));
}
