import type { LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { type Seen, settleMatter } from '../petition/triage-petition.ts';
import { begin, finish } from './course-step.ts';
import { checkStepDay } from './rules/course.ts';

/** When it happened, and in whose words. */
export interface DatedReason {
  readonly on: LocalDate;
  readonly reason: string;
}

/** The organ it was sent to sends it back: it lies on the triage desk again, and the answer is owed as before. */
export async function takeBack(seen: Seen, { on, reason }: DatedReason, context: Context): Promise<Petition> {
  const { petition, matter } = await begin('TAKE_BACK', seen, context);
  checkStepDay(on, petition.receivedOn as LocalDate, context.today);
  const facts = { from: petition.transferredTo ?? null };
  petition.comeBack();
  if (matter.state === 'ANSWERED') matter.openAgain();
  await settleMatter(petition, matter, context);
  return finish(petition, { kind: 'TRANSFER_RETURNED', on, facts, reason }, context);
}

/** The petitioner takes it back: nothing more is handled, but what is owed in writing stays owed. */
export async function withdrawPetition(seen: Seen, { on, reason }: DatedReason, context: Context): Promise<Petition> {
  const { petition, matter } = await begin('WITHDRAW', seen, context);
  checkStepDay(on, petition.receivedOn as LocalDate, context.today);
  petition.withdraw(on);
  await settleMatter(petition, matter, context);
  return finish(petition, { kind: 'PETITION_WITHDRAWN', on, reason }, context);
}
