/** A petition leaves DISPOSED for nowhere; what follows is the matter's. */
export const PetitionState = {
  RECEIVED: 'RECEIVED',
  REGISTERED: 'REGISTERED',
  MATERIALS_REQUESTED: 'MATERIALS_REQUESTED',
  DISPOSED: 'DISPOSED',
} as const;
export type PetitionState = (typeof PetitionState)[keyof typeof PetitionState];

/** 受理 · 转送 · 交办 · 不予受理 · 告知 · 存查. */
export const Disposition = {
  ACCEPTED: 'ACCEPTED',
  TRANSFERRED: 'TRANSFERRED',
  ASSIGNED_DOWN: 'ASSIGNED_DOWN',
  DECLINED: 'DECLINED',
  REDIRECTED: 'REDIRECTED',
  FILED: 'FILED',
} as const;
export type Disposition = (typeof Disposition)[keyof typeof Disposition];

export const MatterState = {
  OPEN: 'OPEN',
  HANDLING: 'HANDLING',
  RESULT_READY: 'RESULT_READY',
  ANSWERED: 'ANSWERED',
  REOPENED: 'REOPENED',
  ARCHIVED: 'ARCHIVED',
  /** Joined to another, which goes on for both. */
  MERGED: 'MERGED',
} as const;
export type MatterState = (typeof MatterState)[keyof typeof MatterState];
