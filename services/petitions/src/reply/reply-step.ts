import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import type { Facts } from '../timeline/rules/fact-words.ts';
import type { TimelineKind } from '../timeline/rules/timeline-words.ts';
import type { Hand, Reply } from './reply.entity.ts';

/** A reply and the petition it answers: what every step begins and ends with. */
export interface Written {
  readonly reply: Reply;
  readonly petition: Petition;
}

/** The reply as the caller saw it. */
export interface SeenReply {
  readonly replyId: string;
  readonly version: number;
}

/** Loads a reply for a change, with its petition; whoever sees the one sees the other. */
export async function replyToChange(
  { replyId, version }: SeenReply,
  { replies, petitions }: Context,
): Promise<Written> {
  const reply = await replies.change(replyId, version);
  const petition = (await petitions.find(reply.petitionId)) as Petition;
  return { reply, petition };
}

/** Callers have checked that the viewer is an officer. */
export function handOf({ viewer, now, today }: Context): Hand {
  return { staffId: viewer.staffId as string, now, today };
}

/** What a step tells the timeline; `detail` is a colleague's own words and is sealed. */
export interface Step {
  readonly kind: TimelineKind;
  readonly on?: LocalDate;
  readonly detail?: string | null;
  readonly facts?: Facts;
}

/** Tells the timeline and the audit, and writes the step. */
export async function recordStep({ reply, petition }: Written, step: Step, context: Context): Promise<Written> {
  recordEntry(petition, { ...step, facts: { ...step.facts, replyId: reply.id, kind: reply.kind } }, context);
  await auditChange(context, {
    action: step.kind,
    subjectType: 'Reply',
    subjectId: reply.id,
    facts: { ...step.facts, petitionId: petition.id, kind: reply.kind },
  });
  await context.em.flush();
  return { reply, petition };
}
