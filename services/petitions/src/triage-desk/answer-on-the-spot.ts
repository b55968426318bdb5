import { randomInt } from 'node:crypto';
import { authorize, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { type LocalDate, parts } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canTriage } from '../petition/petition.policy.ts';
import type { Track } from '../petition/rules/kinds.ts';
import { type Seen, triagePetition } from '../petition/triage-petition.ts';
import { settleClocksOf } from '../reply/dispatch-reply.ts';
import { factsOf } from '../reply/letters.ts';
import { Reply } from '../reply/reply.entity.ts';
import { recordStep } from '../reply/reply-step.ts';
import { letterNumber } from '../reply/rules/letter-number.ts';
import { letterBody } from '../reply/rules/letter-text.ts';
import { ON_THE_SPOT } from '../reply/rules/on-the-spot-template.ts';
import { addHearer } from '../reply-recipient/send-to-recipients.ts';

/** Characters: what is told at a counter. */
const ANSWER_MAX = 2000;
/** What holds no decision that somebody else would have to sign. */
const TOLD_AT_ONCE: ReadonlySet<string> = new Set(['LEGAL_CONSULTATION', 'SUGGESTION', 'OTHER']);
const IN_PERSON: ReadonlySet<string> = new Set(['VISIT', 'PHONE']);

/** A question of somebody who stands there or is on the phone, by those who triage. */
export function canAnswerOnTheSpot(viewer: Viewer, petition: Petition): boolean {
  const { category, channel, state } = petition;
  return canTriage(viewer, petition) && state !== 'DISPOSED' && IN_PERSON.has(channel) && TOLD_AT_ONCE.has(category);
}

/**
 * Accepts, answers and closes in one step; the written answer is numbered and printed. Source: 信访工作条例 23: what can be
 * told on the spot is told on the spot, in writing.
 * @throws RuleBroken `NOT_FOR_THE_SPOT`; Forbidden, NotFound and Conflict of triage
 */
export async function answerOnTheSpot(seen: Seen, words: string, context: Context): Promise<Petition> {
  const { petitions, viewer, em } = context;
  const before = await petitions.change(seen.petitionId, seen.version);
  authorize(canTriage(viewer, before));
  if (!canAnswerOnTheSpot(viewer, before)) throw new RuleBroken('NOT_FOR_THE_SPOT', { field: 'petitionId' });
  const answer = cleanText(words, { field: 'answer', min: 2, max: ANSWER_MAX });
  const petition = await triagePetition(seen, acceptedHere(before), context);
  const reply = await writeDown(petition, answer, context);
  await settleClocksOf({ reply, petition }, context);
  await recordStep({ reply, petition }, { kind: 'REPLY_DISPATCHED' }, context);
  await em.flush();
  return petition;
}

function acceptedHere({ track, receivingDepartmentId }: Petition) {
  return {
    track: track as Track,
    disposition: 'ACCEPTED',
    reason: null,
    reasonCode: null,
    acceptance: null,
    leaderOwnerId: null,
    handlingDepartmentId: receivingDepartmentId,
    handlerId: null,
    transferredTo: null,
  } as const;
}

async function writeDown(petition: Petition, answer: string, context: Context): Promise<Reply> {
  const { letters, replies, terms, viewer, today, now, em } = context;
  const { numberPrefix } = await terms.office();
  const { year } = parts(today);
  const id = newId(now);
  const by = viewer.staffId as string;
  const values = { request: petition.subject, answer };
  const body = letterBody(ON_THE_SPOT, values, factsOf(await letters.settingOf(petition)), petition);
  const reply = em.create(Reply, {
    id,
    institutionId: petition.institutionId,
    petitionId: petition.id,
    kind: 'RESULT',
    templateId: ON_THE_SPOT.id,
    state: 'DISPATCHED',
    authorId: by,
    fieldsSealed: letters.sealFields(id, values, petition),
    bodySealed: letters.sealBody(id, body, petition),
    approvedById: by,
    approvedOn: today,
    letterNumber: letterNumber(numberPrefix, year, await replies.takeLetterSequence(petition.institutionId, year)),
    verificationCode: Array.from({ length: 3 }, () => String(randomInt(10_000)).padStart(4, '0')).join('-'),
    dispatchedOn: today as LocalDate,
    dispatchedById: by,
    means: 'ON_THE_SPOT',
    createdAt: now,
    changedAt: now,
    changedById: by,
  });
  em.persist(reply);
  addHearer(reply, today, context);
  await em.flush();
  return reply;
}
