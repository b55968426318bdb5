import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { Reply } from './reply.entity.ts';
import type { FieldValues } from './rules/letter-text.ts';
import type { ReplyTemplate } from './rules/reply-template.ts';

/** A result says more than progress, and that more than that the letter was received. */
const WEIGHT: Readonly<Record<string, number>> = { RESULT: 3, PROGRESS: 2, PROCEDURAL: 1 };

/**
 * What a repeat's reply cites: the day and the number of the answer given to an earlier petition about the same thing.
 * Nothing for a template that cites none, or where nothing was sent.
 */
export async function earlierAnswer(
  petition: Petition,
  { fields }: ReplyTemplate,
  { petitions, replies }: Context,
): Promise<FieldValues> {
  if (!fields.some(({ key }) => key === 'earlierLetter')) return {};
  const earlier = (await petitions.ofMatter(await petitions.matterOf(petition))).filter(({ id }) => id !== petition.id);
  const written = (await Promise.all(earlier.map(({ id }) => replies.ofPetition(id)))).flat();
  const [best] = written.filter(({ state }) => state === 'DISPATCHED').sort(byWeight);
  return best ? { answeredOn: best.dispatchedOn ?? '', earlierLetter: best.letterNumber ?? '' } : {};
}

function byWeight(one: Reply, other: Reply): number {
  const heavier = (WEIGHT[other.kind] ?? 0) - (WEIGHT[one.kind] ?? 0);
  return heavier || ((other.dispatchedOn ?? '') > (one.dispatchedOn ?? '') ? 1 : -1);
}
