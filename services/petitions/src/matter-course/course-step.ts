import { authorize } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { Disposition, MatterState } from '../petition/rules/states.ts';
import type { Seen } from '../petition/triage-petition.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import type { Facts } from '../timeline/rules/fact-words.ts';
import type { TimelineKind } from '../timeline/rules/timeline-words.ts';
import { mayTake } from './course.policy.ts';
import { type CourseStep, checkStep } from './rules/course.ts';

/** A petition and its matter, both locked. */
export interface InCourse {
  readonly petition: Petition;
  readonly matter: Matter;
}

/** Loads both, and asks whether this viewer may take the step and whether it may be taken. */
export async function begin(step: CourseStep, seen: Seen, context: Context): Promise<InCourse> {
  const { petitions, viewer } = context;
  const petition = await petitions.change(seen.petitionId, seen.version);
  authorize(mayTake(step, viewer, petition));
  const matter = await petitions.changeMatterOf(petition);
  checkStep(step, standingOf({ petition, matter }));
  return { petition, matter };
}

export function standingOf({
  petition,
  matter,
}: {
  readonly petition: Petition;
  readonly matter: Pick<Matter, 'state'>;
}) {
  return {
    disposition: (petition.disposition ?? null) as Disposition | null,
    matterState: matter.state as MatterState,
    receivedOn: petition.receivedOn as LocalDate,
    withdrawnOn: (petition.withdrawnOn ?? null) as LocalDate | null,
  };
}

/** What is told of a step; `reason` is somebody’s own words. */
export interface Told {
  readonly kind: TimelineKind;
  readonly reason: string;
  readonly on?: LocalDate;
  readonly facts?: Facts;
}

/** Tells the timeline and the audit, and writes the step. */
export async function finish(petition: Petition, told: Told, context: Context): Promise<Petition> {
  const { kind, on, facts = {}, reason } = told;
  recordEntry(petition, { kind, on, facts, detail: reason }, context);
  await auditChange(context, { action: kind, subjectType: 'Petition', subjectId: petition.id, facts });
  await context.em.flush();
  return petition;
}
