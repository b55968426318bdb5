import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { ReplyMeans } from './reply-kinds.ts';

export interface Dispatch {
  readonly means: ReplyMeans;
  readonly dispatchedOn: LocalDate;
}

export interface DispatchSetting {
  readonly today: LocalDate;
  readonly receivedOn: LocalDate;
  readonly approvedOn: LocalDate;
  readonly hasAddress: boolean;
  readonly hasPhone: boolean;
}

/** Told by mouth first, written down and approved after. */
const SPOKEN: readonly ReplyMeans[] = ['PHONE', 'ON_THE_SPOT', 'HOME_VISIT'];
const TO_ADDRESS: readonly ReplyMeans[] = ['LETTER', 'HOME_VISIT'];
const TO_PHONE: readonly ReplyMeans[] = ['MESSAGE', 'PHONE'];

/**
 * A dispatch lies between receipt and today; a written one not before its approval. The day of dispatch is what stops
 * a clock (domain rule R14).
 * @throws Invalid `DISPATCH_IN_FUTURE`, `DISPATCH_BEFORE_RECEIPT`, `DISPATCH_BEFORE_APPROVAL`
 * @throws RuleBroken `RECIPIENT_ADDRESS_MISSING`, `RECIPIENT_PHONE_MISSING`
 */
export function assertDispatchable({ means, dispatchedOn }: Dispatch, setting: DispatchSetting): void {
  const { today, receivedOn, approvedOn, hasAddress, hasPhone } = setting;
  const field = 'dispatchedOn';
  if (dispatchedOn > today) throw new Invalid('DISPATCH_IN_FUTURE', { field, today });
  if (dispatchedOn < receivedOn) throw new Invalid('DISPATCH_BEFORE_RECEIPT', { field, receivedOn });
  if (dispatchedOn < approvedOn && !SPOKEN.includes(means))
    throw new Invalid('DISPATCH_BEFORE_APPROVAL', { field, approvedOn });
  if (TO_ADDRESS.includes(means) && !hasAddress) throw new RuleBroken('RECIPIENT_ADDRESS_MISSING', { field: 'means' });
  if (TO_PHONE.includes(means) && !hasPhone) throw new RuleBroken('RECIPIENT_PHONE_MISSING', { field: 'means' });
}
