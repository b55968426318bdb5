import { recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { Category } from '../petition/rules/kinds.ts';
import type { Seen } from '../petition/triage-petition.ts';
import { begin, finish } from './course-step.ts';
import { checkOpenEnds, type OpenEnds } from './rules/course.ts';
import { retainUntil } from './rules/retention.ts';

/** An answered matter is taken up again: the three months are promised anew, from today. */
export async function reopenMatter(seen: Seen, reason: string, context: Context): Promise<Petition> {
  const { petition, matter } = await begin('REOPEN', seen, context);
  const about = { petition, matter };
  const { today } = context;
  matter.reopen();
  const subject = { clock: 'SUBSTANTIVE', ...about } as const;
  if (matter.substantiveStartedOn) await recordClockEvent(subject, { type: 'WITHDRAWN', on: today }, context);
  await recordClockEvent(subject, { type: 'STARTED', on: today }, context);
  return finish(petition, { kind: 'MATTER_REOPENED', reason }, context);
}

/** Puts an answered matter away for as long as the rules for its categories say. */
export async function archiveMatter(seen: Seen, reason: string, context: Context): Promise<Petition> {
  const { petitions, terms, today } = context;
  const { petition, matter } = await begin('ARCHIVE', seen, context);
  const about = await petitions.ofMatter(matter);
  checkOpenEnds(await openEnds(about, context));
  const { pack } = await terms.current();
  const categories = about.map(({ category }) => category as Category);
  const until = retainUntil(today, categories, pack.retention);
  matter.archive(today, until);
  await context.publish('petitions.matter-archived', {
    version: matter.version,
    matterId: matter.id,
    archivedOn: today,
  });
  return finish(petition, { kind: 'MATTER_ARCHIVED', facts: { retainUntil: until }, reason }, context);
}

async function openEnds(about: readonly Petition[], { messages, tasks }: Context): Promise<OpenEnds> {
  const given = (await Promise.all(about.map((petition) => tasks.of(petition)))).flat();
  const written = (await Promise.all(about.map((petition) => messages.of(petition)))).flat();
  const owed = about.filter(
    ({ proceduralStoppedOn, proceduralStartedOn, identityKind, unreachableOn }) =>
      proceduralStartedOn && !proceduralStoppedOn && identityKind !== 'ANONYMOUS' && !unreachableOn,
  );
  return {
    unreplied: owed.length,
    returned: about.filter(({ returnedOn }) => returnedOn).length,
    unreadMessages: written.filter(({ readAt }) => !readAt).length,
    openOrders: about.filter(({ superiorFrom, reportedOn }) => superiorFrom && !reportedOn).length,
    openTasks: given.filter(({ doneOn }) => !doneOn).length,
  };
}
