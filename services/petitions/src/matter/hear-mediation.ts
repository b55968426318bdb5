import type { Hearing } from '@everyletter/kit/events';
import { GivenUp } from '@everyletter/kit/jobs';
import { isLocalDate, type LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import type { Matter } from './matter.entity.ts';

/** What became of a referral; nothing of what it is about ever comes here. */
interface ReferralChanged {
  readonly matterId: string;
  readonly outcome: string;
  readonly on: LocalDate;
}

/** Every petition about the matter tells it, without content. The clocks are not touched: mediation stops none. */
export const hearMediation: Hearing<Context> = {
  async handle(payload, context) {
    const { matterId, outcome, on } = read(payload);
    for (const petition of await context.petitions.ofMatter({ id: matterId } as Matter)) {
      recordEntry(petition, { kind: 'MEDIATION_CHANGED', on, facts: { mediation: outcome } }, context);
    }
  },
};

/** @throws GivenUp `EVENT_NOT_UNDERSTOOD` */
function read(payload: unknown): ReferralChanged {
  const { matterId, outcome, on } = (payload ?? {}) as Record<string, unknown>;
  const isText = typeof matterId === 'string' && typeof outcome === 'string' && typeof on === 'string';
  if (!isText || !isLocalDate(on)) throw new GivenUp('EVENT_NOT_UNDERSTOOD');
  return { matterId, outcome, on };
}
