import { authorize } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import { recordClockEvent } from '../clock/record-clock-event.ts';
import { endObjection } from '../clock-step/record-clock-step.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import type { Petition } from './petition.entity.ts';
import { canTriage } from './petition.policy.ts';
import type { Disposition, MatterState } from './rules/states.ts';
import { owesSubstantiveAnswer } from './rules/substantive-promise.ts';
import type { TriageDecision } from './rules/triage.ts';

/** The petition as the caller saw it. */
export interface Seen {
  readonly petitionId: string;
  readonly version: number;
}

/** Disposes of a petition; what it is about is taken up, or no longer owed an answer. */
export async function triagePetition(seen: Seen, decision: TriageDecision, context: Context): Promise<Petition> {
  const { petitions, colleagues, recusals, viewer, today, em } = context;
  const petition = await petitions.change(seen.petitionId, seen.version);
  authorize(canTriage(viewer, petition));
  const matter = await petitions.changeMatterOf(petition);
  petition.triage(decision, matter.state as MatterState);
  if (decision.handlingDepartmentId) {
    await colleagues.requireHandling(decision.handlingDepartmentId, decision.handlerId);
    await recusals.requireFree(petition.matterId, decision.handlerId);
  }
  if (decision.leaderOwnerId) {
    await colleagues.requireAll([decision.leaderOwnerId], 'leaderOwnerId');
    await recusals.requireFree(petition.matterId, decision.leaderOwnerId, 'leaderOwnerId');
  }
  petition.disposedOn = today;
  const { track, disposition, transferredTo, reason, reasonCode, acceptance } = decision;
  const facts = { track, disposition, transferredTo, reasonCode, looked: acceptance?.join(' ') ?? null };
  recordEntry(petition, { kind: 'TRIAGED', facts, detail: reason }, context);
  if (decision.handlingDepartmentId) recordAssignment(petition, { departmentId: null, handlerId: null }, context);
  if (disposition === 'ACCEPTED') await endObjection(petition, context);
  await settleMatter(petition, matter, context);
  await auditChange(context, {
    action: 'TRIAGE_PETITION',
    subjectType: 'Petition',
    subjectId: petition.id,
    facts: { track, disposition },
  });
  await em.flush();
  return petition;
}

/** Who has it now, and who had it before. */
export function recordAssignment(
  petition: Petition,
  before: { readonly departmentId: string | null; readonly handlerId: string | null },
  context: Context,
): void {
  const facts = {
    departmentId: petition.handlingDepartmentId ?? null,
    handlerId: petition.handlerId ?? null,
    earlierDepartmentId: before.departmentId,
    earlierHandlerId: before.handlerId,
  };
  recordEntry(petition, { kind: 'ASSIGNED', facts }, context);
}

/** Every petition about the matter counts, not only the one just triaged. */
export async function settleMatter(petition: Petition, matter: Matter, context: Context): Promise<void> {
  const { petitions, terms } = context;
  const siblings = await petitions.dispositionsOf(matter);
  const all = siblings.map((sibling) => (sibling.id === petition.id ? petition : sibling));
  if (all.some(({ disposition }) => disposition === 'ACCEPTED')) matter.takeUp();
  else matter.letGo();
  const inForce = await terms.current();
  const promising = all.map(({ disposition, superiorFrom }) => ({
    disposition: (disposition ?? null) as Disposition | null,
    fromSuperior: superiorFrom != null,
  }));
  const owed = owesSubstantiveAnswer(promising, inForce.pack.substantiveAppliesTo);
  await promiseAnswer(owed, { petition, matter }, context);
}

/** The substantive clock runs from the day the matter was opened, or is taken away with the monthly answer. */
async function promiseAnswer(
  promised: boolean,
  about: { readonly petition: Petition; readonly matter: Matter },
  context: Context,
): Promise<void> {
  const { matter } = about;
  const withdrawn = { type: 'WITHDRAWN', on: context.today } as const;
  if (!promised && matter.followUpDueOn) await recordClockEvent({ clock: 'FOLLOW_UP', ...about }, withdrawn, context);
  if (!matter.wouldPromise(promised)) return;
  const started = { type: 'STARTED', on: matter.openedOn as LocalDate } as const;
  await recordClockEvent({ clock: 'SUBSTANTIVE', ...about }, promised ? started : withdrawn, context);
}
