import type { LocalDate } from '@everyletter/kit/time';
import type { PolicyPack } from '../../policy-pack/rules/policy-pack.ts';

/** In the order they are tried; a visit comes last. Source: the reception this product starts from. */
export const ContactChannel = {
  PHONE: 'PHONE',
  MESSAGE: 'MESSAGE',
  LETTER: 'LETTER',
  HOME_VISIT: 'HOME_VISIT',
} as const;
export type ContactChannel = (typeof ContactChannel)[keyof typeof ContactChannel];

/** `REFUSED`: reached, and would not speak. */
export const ContactOutcome = {
  REACHED: 'REACHED',
  NOT_CONNECTED: 'NOT_CONNECTED',
  NO_ANSWER: 'NO_ANSWER',
  WRONG_CONTACT: 'WRONG_CONTACT',
  REFUSED: 'REFUSED',
} as const;
export type ContactOutcome = (typeof ContactOutcome)[keyof typeof ContactOutcome];

/** One attempt as far as these rules look. */
export interface Attempt {
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly attemptedOn: LocalDate;
}

/** What the petitioner left to be reached by. */
export interface Reachability {
  readonly phone: boolean;
  readonly address: boolean;
}

/** What each channel needs of the petitioner's card. */
const NEEDS: Readonly<Record<ContactChannel, keyof Reachability>> = {
  PHONE: 'phone',
  MESSAGE: 'phone',
  LETTER: 'address',
  HOME_VISIT: 'address',
};

/** Somebody who answers and will not talk was reached: it proves nothing about being unreachable. */
export function isReached({ outcome }: Attempt): boolean {
  return outcome === 'REACHED' || outcome === 'REFUSED';
}

/**
 * The channel to try after the last of `attempts`: the first that was not tried, needs nothing the petitioner did not
 * leave, and nothing that proved wrong. Null when they were reached or nothing is left.
 */
export function suggestedNext(attempts: readonly Attempt[], left: Reachability): ContactChannel | null {
  if (attempts.some(isReached)) return null;
  const wrong = new Set(
    attempts.filter(({ outcome }) => outcome === 'WRONG_CONTACT').map(({ channel }) => NEEDS[channel]),
  );
  const tried = new Set(attempts.map(({ channel }) => channel));
  const open = Object.values(ContactChannel).filter((channel) => left[NEEDS[channel]] && !wrong.has(NEEDS[channel]));
  return open.find((channel) => !tried.has(channel)) ?? null;
}

/**
 * The day on which the petitioner counts as proven unreachable: that of the attempt which made enough of them over
 * enough channels. Null while that is not so, and for good once they were reached: it is a proof, not an excuse.
 */
export function unreachableOn(
  attempts: readonly Attempt[],
  threshold: Pick<PolicyPack['unreachable'], 'attempts' | 'channels'>,
): LocalDate | null {
  if (attempts.some(isReached)) return null;
  const inOrder = attempts.toSorted((one, other) => one.attemptedOn.localeCompare(other.attemptedOn));
  const channels = new Set<ContactChannel>();
  for (const [at, { channel, attemptedOn }] of inOrder.entries()) {
    channels.add(channel);
    if (at + 1 >= threshold.attempts && channels.size >= threshold.channels) return attemptedOn;
  }
  return null;
}

/** How far the desk has got in reaching them. */
export function contactStanding(
  attempts: readonly Attempt[],
  provenOn: LocalDate | null,
): 'NOT_TRIED' | 'NOT_REACHED' | 'REACHED' | 'UNREACHABLE' {
  if (attempts.some(isReached)) return 'REACHED';
  if (provenOn) return 'UNREACHABLE';
  return attempts.length > 0 ? 'NOT_REACHED' : 'NOT_TRIED';
}
