import type { ReplyKind } from '../rules/reply-kinds.ts';

/** All words of one letter, ready to be set. Days are in Chinese. */
export interface PrintedLetter {
  readonly kind: ReplyKind;
  readonly office: { readonly name: string; readonly address: string; readonly phone: string };
  readonly letterNumber: string;
  readonly petitionNumber: string;
  readonly salutation: string;
  readonly body: string;
  readonly signedOn: string;
  readonly verificationCode: string;
  /** On the petitioner’s own copy only: by it and the number they look up how far it is. */
  readonly queryCode: string | null;
  /** For the envelope; null when no address is known. */
  readonly recipient: { readonly name: string; readonly address: string } | null;
  readonly printedAt: Date;
}

export const TITLES: Readonly<Record<ReplyKind, string>> = {
  PROCEDURAL: '信访事项程序性回复函',
  PROGRESS: '信访事项办理进展答复函',
  RESULT: '信访事项办理结果答复函',
  EXTENSION: '信访事项延长办理期限告知函',
};

export const CLOSINGS: Readonly<Record<ReplyKind, string>> = {
  PROCEDURAL: '特此回复。',
  PROGRESS: '特此答复。',
  RESULT: '特此答复。',
  EXTENSION: '特此告知。',
};
