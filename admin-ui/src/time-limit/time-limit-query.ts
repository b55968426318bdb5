import type { LocationQuery } from 'vue-router';
import { graphql } from '../graphql/graphql.ts';
import type { ClockKind } from '../petition/kinds.ts';
import { TimeLimitAnswerFragment } from './TimeLimitAnswer.vue';

export const TimeLimitQuery = graphql(
  `
    query TimeLimit($kind: ClockKind!, $receivedOn: LocalDate!) {
      timeLimit(kind: $kind, receivedOn: $receivedOn) { ...TimeLimitAnswer }
    }
  `,
  [TimeLimitAnswerFragment],
);

/** Limits that are counted; one ordered from above is a date somebody wrote. */
export const COUNTED_KINDS = [
  'PROCEDURAL',
  'SUBSTANTIVE',
  'FOLLOW_UP',
  'WRONG_TRANSFER_OBJECTION',
] as const satisfies readonly ClockKind[];
export type CountedKind = (typeof COUNTED_KINDS)[number];

export interface TimeLimitAddress {
  readonly kind: CountedKind;
  readonly receivedOn: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address bar; what is not a possible value is the procedural reply, received `today`. */
export function parseTimeLimitAddress(query: LocationQuery, today: string): TimeLimitAddress {
  const receivedOn = String(query.receivedOn ?? '');
  return {
    kind: COUNTED_KINDS.find((kind) => kind === query.kind) ?? 'PROCEDURAL',
    receivedOn: DAY.test(receivedOn) ? receivedOn : today,
  };
}
