/** 程序性回复 · 办理进展答复 · 办理结果答复 · 延期告知. */
export const ReplyKind = {
  PROCEDURAL: 'PROCEDURAL',
  PROGRESS: 'PROGRESS',
  RESULT: 'RESULT',
  EXTENSION: 'EXTENSION',
} as const;
export type ReplyKind = (typeof ReplyKind)[keyof typeof ReplyKind];

export const ReplyState = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  APPROVED: 'APPROVED',
  DISPATCHED: 'DISPATCHED',
} as const;
export type ReplyState = (typeof ReplyState)[keyof typeof ReplyState];

export const ReplyMeans = {
  LETTER: 'LETTER',
  MESSAGE: 'MESSAGE',
  PHONE: 'PHONE',
  WEB: 'WEB',
  ON_THE_SPOT: 'ON_THE_SPOT',
  HOME_VISIT: 'HOME_VISIT',
} as const;
export type ReplyMeans = (typeof ReplyMeans)[keyof typeof ReplyMeans];
