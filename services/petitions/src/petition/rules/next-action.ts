import type { LocalDate } from '@everyletter/kit/time';
import type { Phrase } from '../../clock/rules/explanation.ts';
import { Category, IdentityKind } from './kinds.ts';
import { Disposition, MatterState, PetitionState } from './states.ts';

export const NextActionKind = {
  TRIAGE: 'TRIAGE',
  ARCHIVE_SEARCH: 'ARCHIVE_SEARCH',
  CONTACT: 'CONTACT',
  DRAFT_REPLY: 'DRAFT_REPLY',
  COMPLETE_REPLY: 'COMPLETE_REPLY',
  APPROVE_REPLY: 'APPROVE_REPLY',
  DISPATCH_REPLY: 'DISPATCH_REPLY',
  RESEND_REPLY: 'RESEND_REPLY',
  ANSWER: 'ANSWER',
  FOLLOW_UP: 'FOLLOW_UP',
  NONE: 'NONE',
} as const;
export type NextActionKind = (typeof NextActionKind)[keyof typeof NextActionKind];

/** What the desk does next with a petition, and by when; words for people. */
export interface NextAction {
  readonly kind: NextActionKind;
  /** The day to work towards; null when nothing is counted. */
  readonly dueOn: LocalDate | null;
  readonly words: Phrase;
}

/** A reply on its way through the desk. */
export interface OpenReply {
  readonly kind: 'PROCEDURAL' | 'PROGRESS' | 'RESULT' | 'EXTENSION';
  readonly state: 'DRAFT' | 'SUBMITTED' | 'APPROVED';
}

/** Everything about a petition that decides what comes next. Target days are null once their clock has stopped. */
export interface Progress {
  readonly state: PetitionState;
  readonly category: Category;
  readonly identityKind: IdentityKind;
  readonly disposition: Disposition | null;
  readonly matterState: MatterState;
  readonly archiveSearches: number;
  readonly contact: 'NOT_TRIED' | 'NOT_REACHED' | 'REACHED' | 'UNREACHABLE';
  readonly openReply: OpenReply | null;
  /** A reply came back and reached nobody. */
  readonly isReturned: boolean;
  readonly proceduralTargetOn: LocalDate | null;
  readonly substantiveTargetOn: LocalDate | null;
  readonly followUpDueOn: LocalDate | null;
}

/** Those against an earlier decision, which the archive may hold. */
const AGAINST_A_DECISION: ReadonlySet<Category> = new Set([
  Category.CRIMINAL_APPEAL,
  Category.CIVIL_SUPERVISION,
  Category.ADMINISTRATIVE_SUPERVISION,
  Category.STATE_COMPENSATION,
]);

const IN_HAND = {
  DRAFT: NextActionKind.COMPLETE_REPLY,
  SUBMITTED: NextActionKind.APPROVE_REPLY,
  APPROVED: NextActionKind.DISPATCH_REPLY,
} as const;

/** The first thing that is open, in the order of the desk: decide, finish what was begun, reply, then answer. */
export function nextAction(progress: Progress): NextAction {
  const { state, openReply, proceduralTargetOn } = progress;
  if (state !== PetitionState.DISPOSED) return action(NextActionKind.TRIAGE, proceduralTargetOn);
  if (progress.isReturned) return action(NextActionKind.RESEND_REPLY, nearest(progress));
  if (openReply) return action(IN_HAND[openReply.state], targetOfReply(openReply, progress));
  const reply = owesReply(progress) ? beforeReply(progress) : null;
  return reply ?? towardsAnswer(progress);
}

/** Nobody can be replied to who gave no name or is proven unreachable. */
function owesReply({ proceduralTargetOn, identityKind, contact }: Progress): boolean {
  return proceduralTargetOn !== null && identityKind !== IdentityKind.ANONYMOUS && contact !== 'UNREACHABLE';
}

function beforeReply(progress: Progress): NextAction {
  const { category, disposition, archiveSearches, contact, proceduralTargetOn } = progress;
  const searchable = disposition === Disposition.ACCEPTED && AGAINST_A_DECISION.has(category);
  if (searchable && archiveSearches === 0) return action(NextActionKind.ARCHIVE_SEARCH, proceduralTargetOn);
  if (contact === 'NOT_REACHED') return action(NextActionKind.CONTACT, proceduralTargetOn);
  return action(NextActionKind.DRAFT_REPLY, proceduralTargetOn);
}

function towardsAnswer({ matterState, substantiveTargetOn, followUpDueOn }: Progress): NextAction {
  if (matterState === MatterState.ANSWERED || matterState === MatterState.ARCHIVED) return NONE;
  if (followUpDueOn) return action(NextActionKind.FOLLOW_UP, followUpDueOn);
  return substantiveTargetOn ? action(NextActionKind.ANSWER, substantiveTargetOn) : NONE;
}

function nearest({ proceduralTargetOn, followUpDueOn, substantiveTargetOn }: Progress): LocalDate | null {
  return proceduralTargetOn ?? followUpDueOn ?? substantiveTargetOn;
}

function targetOfReply({ kind }: OpenReply, progress: Progress): LocalDate | null {
  return kind === 'PROCEDURAL' ? progress.proceduralTargetOn : nearest(progress);
}

const WORDS: Readonly<Record<NextActionKind, Phrase>> = {
  TRIAGE: { zh: '分诊', en: 'Triage it' },
  ARCHIVE_SEARCH: { zh: '查档', en: 'Search the archive' },
  CONTACT: { zh: '换一种方式联系信访人', en: 'Try to reach the petitioner another way' },
  DRAFT_REPLY: { zh: '拟程序性回复', en: 'Draft the procedural reply' },
  COMPLETE_REPLY: { zh: '补全并送审', en: 'Complete and submit the draft' },
  APPROVE_REPLY: { zh: '审批回复', en: 'Approve the reply' },
  DISPATCH_REPLY: { zh: '发出回复', en: 'Dispatch the reply' },
  RESEND_REPLY: {
    zh: '退信：核对地址或者换一种方式重新发出',
    en: 'Came back: check the address or send it another way',
  },
  ANSWER: { zh: '办理并作实体性答复', en: 'Handle it and give the substantive answer' },
  FOLLOW_UP: { zh: '每月后续答复', en: 'Give the monthly follow-up answer' },
  NONE: { zh: '已办结', en: 'Nothing left to do' },
};

const NONE: NextAction = { kind: NextActionKind.NONE, dueOn: null, words: WORDS.NONE };

function action(kind: NextActionKind, dueOn: LocalDate | null): NextAction {
  return { kind, dueOn, words: WORDS[kind] };
}
