import type { Category, Channel, IdentityKind } from './kinds.ts';

/** What of a petition decides its track on arrival; which track it is, the table of triage rules says. */
export interface Arrival {
  readonly channel: Channel;
  readonly category: Category;
  readonly identityKind: IdentityKind;
  readonly fromSuperior: boolean;
}
