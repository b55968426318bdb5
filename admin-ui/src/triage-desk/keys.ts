import type { Disposition } from '../petition/kinds.ts';

/** The key of each decision. */
export const DISPOSITION_KEYS = {
  a: 'ACCEPTED',
  t: 'TRANSFERRED',
  d: 'ASSIGNED_DOWN',
  n: 'DECLINED',
  i: 'REDIRECTED',
  f: 'FILED',
} as const satisfies Record<string, Disposition>;

export const keyOf = (disposition: Disposition) =>
  Object.entries(DISPOSITION_KEYS)
    .find(([, value]) => value === disposition)?.[0]
    .toUpperCase() ?? '';

/** Leaves for somewhere that is named. */
export const isSentOn = (disposition: Disposition) => disposition === 'TRANSFERRED' || disposition === 'ASSIGNED_DOWN';
