import { registerEnumType } from 'type-graphql';

export const FailureReason = {
  NO_AGREEMENT: 'NO_AGREEMENT',
  PARTY_ABSENT: 'PARTY_ABSENT',
  PERIOD_OVER: 'PERIOD_OVER',
  NOT_MEDIABLE: 'NOT_MEDIABLE',
} as const;
export type FailureReason = (typeof FailureReason)[keyof typeof FailureReason];
registerEnumType(FailureReason, { name: 'FailureReason', description: 'Why a mediation ended without agreement.' });
