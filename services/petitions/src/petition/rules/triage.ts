import { RuleBroken } from '@everyletter/kit/errors';
import { type AcceptanceCheck, checkAcceptance } from './acceptance.ts';
import { dispositionReason } from './disposition-reasons.ts';
import { type Category, Channel, Track } from './kinds.ts';
import { Disposition, MatterState, type PetitionState } from './states.ts';

/** What the triage desk decides about one petition; blank words arrive as null. */
export interface TriageDecision {
  readonly track: Track;
  readonly disposition: Disposition;
  readonly reason: string | null;
  readonly handlingDepartmentId: string | null;
  readonly handlerId: string | null;
  readonly transferredTo: string | null;
  /** Of the desk's list; its words stand for the reason where nothing more is written. */
  readonly reasonCode: string | null;
  /** What was looked at; null when nobody was asked. */
  readonly acceptance: readonly AcceptanceCheck[] | null;
  /** 包案. */
  readonly leaderOwnerId: string | null;
}

/** How the petition stands before the decision. */
export interface TriageStanding {
  readonly state: PetitionState;
  readonly channel: Channel;
  readonly fromSuperior: boolean;
  readonly matterState: MatterState;
  readonly category: Category;
  /** It repeats a matter whose answer is late. */
  readonly escalated: boolean;
}

/** Handled in this house: a department takes it on. */
const TAKEN_ON: ReadonlySet<Disposition> = new Set([Disposition.ACCEPTED]);
/** Leaves for somewhere that must be named. */
const SENT_ON: ReadonlySet<Disposition> = new Set([Disposition.TRANSFERRED, Disposition.ASSIGNED_DOWN]);
/** May name somewhere: 告知 says who is competent. */
const NAMES_A_PLACE: ReadonlySet<Disposition> = new Set([...SENT_ON, Disposition.REDIRECTED]);

/**
 * Whether the decision may stand. A petition is triaged once; doing it again needs a reason, and after the answer it
 * cannot be undone. Everything but acceptance needs a reason, since the petitioner must be told one.
 * Source: 刑事诉讼规则 161–162; 信访工作条例 23.
 * @throws RuleBroken with the field that must change
 */
export function checkTriage(standing: TriageStanding, decision: TriageDecision): void {
  checkAnswered(standing, decision);
  checkTrack(standing, decision);
  checkReason(standing, decision);
  checkPlaces(decision);
  checkGrounds(standing, decision);
}

/** 已答复 or archived: what the petitioner was told stands. */
export function isAnswered(state: MatterState): boolean {
  return state === MatterState.ANSWERED || state === MatterState.ARCHIVED;
}

/** A repeated letter about an answered matter is still disposed of and replied to; only it is not taken on again. */
function checkAnswered({ matterState, state }: TriageStanding, { disposition }: TriageDecision): void {
  if (!isAnswered(matterState)) return;
  if (state === 'DISPOSED') throw new RuleBroken('MATTER_ALREADY_ANSWERED', { field: 'petitionId' });
  if (TAKEN_ON.has(disposition)) throw new RuleBroken('MATTER_ALREADY_ANSWERED', { field: 'disposition' });
}

function checkTrack({ channel, fromSuperior }: TriageStanding, { track }: TriageDecision): void {
  const ordered = fromSuperior || channel === Channel.SUPERIOR_ASSIGNED;
  if (track === Track.SUPERIOR_ASSIGNED && !ordered) {
    throw new RuleBroken('TRACK_NEEDS_SUPERIOR_ORDER', { field: 'track' });
  }
}

function checkReason({ state }: TriageStanding, { disposition, reason }: TriageDecision): void {
  if (reason !== null) return;
  if (state === 'DISPOSED') throw new RuleBroken('PETITION_ALREADY_TRIAGED', { field: 'reason' });
  if (!TAKEN_ON.has(disposition)) throw new RuleBroken('TRIAGE_REASON_NEEDED', { field: 'reason', disposition });
}

function checkPlaces({ disposition, handlingDepartmentId, handlerId, transferredTo }: TriageDecision): void {
  if (TAKEN_ON.has(disposition) && !handlingDepartmentId) {
    throw new RuleBroken('HANDLING_DEPARTMENT_NEEDED', { field: 'handlingDepartmentId', disposition });
  }
  if (!TAKEN_ON.has(disposition) && (handlingDepartmentId || handlerId)) {
    const field = handlingDepartmentId ? 'handlingDepartmentId' : 'handlerId';
    throw new RuleBroken('HANDLING_DEPARTMENT_NOT_EXPECTED', { field, disposition });
  }
  if (SENT_ON.has(disposition) && !transferredTo) {
    throw new RuleBroken('TRANSFER_TARGET_NEEDED', { field: 'transferredTo', disposition });
  }
  if (!NAMES_A_PLACE.has(disposition) && transferredTo) {
    throw new RuleBroken('TRANSFER_TARGET_NOT_EXPECTED', { field: 'transferredTo', disposition });
  }
}

/** What it is accepted or refused for; a repeat of what is overdue is not filed away (C13). */
function checkGrounds({ category, escalated }: TriageStanding, decision: TriageDecision): void {
  const { disposition, acceptance, reasonCode, leaderOwnerId } = decision;
  if (TAKEN_ON.has(disposition)) checkAcceptance(category, acceptance);
  if (reasonCode !== null) dispositionReason(reasonCode, disposition, category);
  if (disposition === Disposition.FILED && escalated) {
    throw new RuleBroken('REPEAT_OF_LATE_ANSWER', { field: 'disposition' });
  }
  if (leaderOwnerId !== null && !TAKEN_ON.has(disposition)) {
    throw new RuleBroken('LEADER_OWNER_NOT_EXPECTED', { field: 'leaderOwnerId', disposition });
  }
}
