import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { ContactChannel } from './contact.ts';

/** A home visit is made by two, so that each can witness for the other. Source: the practice of home-visit replies. */
const VISITORS_MIN = 2;
const OFFICERS_MAX = 10;
/** A working day; longer is a slip of the keyboard. */
const MINUTES_MAX = 480;

/** What is written down about one attempt. */
export interface AttemptRecord {
  readonly channel: ContactChannel;
  readonly attemptedOn: LocalDate;
  readonly officerIds: readonly string[];
  readonly minutes: number | null;
  readonly record: string | null;
}

/**
 * Whether an attempt may be written down as it stands. `receivedOn`: of the petition; the attempt is not before it and
 * not after today.
 * @throws Invalid, RuleBroken with the field that must change
 */
export function checkAttempt(attempt: AttemptRecord, receivedOn: LocalDate, today: LocalDate): void {
  checkDay(attempt.attemptedOn, receivedOn, today);
  checkOfficers(attempt);
  const { minutes, channel, record } = attempt;
  if (minutes !== null && (minutes < 1 || minutes > MINUTES_MAX)) {
    throw new Invalid('MINUTES_INVALID', { field: 'minutes', min: 1, max: MINUTES_MAX });
  }
  if (channel === ContactChannel.HOME_VISIT && !record) throw new RuleBroken('RECORD_NEEDED', { field: 'record' });
}

function checkDay(attemptedOn: LocalDate, receivedOn: LocalDate, today: LocalDate): void {
  const field = 'attemptedOn';
  if (attemptedOn > today) throw new RuleBroken('ATTEMPT_IN_FUTURE', { field, latest: today });
  if (attemptedOn < receivedOn) throw new RuleBroken('ATTEMPT_BEFORE_RECEIPT', { field, earliest: receivedOn });
}

function checkOfficers({ officerIds, channel }: AttemptRecord): void {
  const field = 'officerIds';
  if (new Set(officerIds).size < officerIds.length) throw new Invalid('OFFICERS_REPEATED', { field });
  if (officerIds.length > OFFICERS_MAX) throw new Invalid('OFFICERS_TOO_MANY', { field, max: OFFICERS_MAX });
  const min = channel === ContactChannel.HOME_VISIT ? VISITORS_MIN : 1;
  if (officerIds.length < min) throw new RuleBroken('OFFICERS_TOO_FEW', { field, min });
}
