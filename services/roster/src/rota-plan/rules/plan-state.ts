export const PlanState = {
  WAITING: 'WAITING',
  SOLVING: 'SOLVING',
  READY: 'READY',
  FAILED: 'FAILED',
  PUBLISHED: 'PUBLISHED',
  DISCARDED: 'DISCARDED',
} as const;
export type PlanState = (typeof PlanState)[keyof typeof PlanState];
