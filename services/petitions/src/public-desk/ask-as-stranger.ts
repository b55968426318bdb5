import { RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { seal, unseal } from '@everyletter/kit/sealing';
import { cleanText } from '@everyletter/kit/text';
import type { Context } from '../context.ts';
import { MESSAGE_BODY } from '../message/message.entity.ts';
import { BODY } from '../reply/letters.ts';
import type { Proof, ProvenPetition } from './public-desk.repository.ts';
import type { LeaveMessageInput, PublicLetter, PublicStatus } from './public-desk.type.ts';
import { publicStage } from './rules/public-stage.ts';

/** Characters: a page. */
const TEXT_MAX = 2000;
/** Longer than any number or code is; what is longer cannot be one. */
const TYPED_MAX = 60;
const DIGITS = /\d/g;

/** Whether this office wrote that letter; null when number and code do not belong together. */
export async function verifyLetter(number: string, code: string, context: Context): Promise<PublicLetter | null> {
  const digits = typed(code, 'code').match(DIGITS)?.join('') ?? '';
  const written = digits.replaceAll(/(\d{4})(?=\d)/g, '$1-');
  const found = await context.publicDesk.letter(typed(number, 'number'), written);
  return found && { office: found.office, kind: found.kind, signedOn: found.signed_on };
}

/** How far a petition is, for who holds its slip; null for a wrong number and a wrong code alike. */
export async function askStatus(number: string, code: string, context: Context): Promise<PublicStatus | null> {
  const found = await context.publicDesk.petition(typed(number, 'number'), typed(code, 'code'));
  return found && statusOf(found, context);
}

/**
 * Leaves a message for the desk.
 * @throws RuleBroken `MESSAGES_OF_TODAY_COMPLETE`
 */
export async function leaveMessage(input: LeaveMessageInput, context: Context): Promise<PublicStatus | null> {
  const { publicDesk, now, today } = context;
  const text = cleanText(input.text, { field: 'text', min: 2, max: TEXT_MAX });
  const found = await publicDesk.petition(typed(input.number, 'number'), typed(input.code, 'code'));
  if (!found) return null;
  const id = newId(now);
  const sealed = seal(text, keyOf(found, context), MESSAGE_BODY(id));
  const outcome = await publicDesk.leave(found.proof, { id, entryId: newId(now), sealed, on: today });
  if (outcome === 'FULL') throw new RuleBroken('MESSAGES_OF_TODAY_COMPLETE', { field: 'text' });
  return statusOf(found, context);
}

interface Found {
  readonly proof: Proof;
  readonly petition: ProvenPetition;
}

async function statusOf(found: Found, context: Context): Promise<PublicStatus> {
  const { proof, petition } = found;
  const [letters, messages] = await Promise.all([
    context.publicDesk.letters(proof),
    context.publicDesk.messages(proof),
  ]);
  const key = keyOf(found, context);
  const isTold = letters.length > 0;
  const isOwed = petition.matterState !== 'ANSWERED' && petition.matterState !== 'ARCHIVED';
  return {
    number: proof.number,
    office: petition.office,
    officePhone: petition.officePhone,
    stage: publicStage({ ...petition, isTold }),
    receivedOn: petition.receivedOn,
    replyDueOn: petition.replyDueOn,
    repliedOn: petition.repliedOn,
    answerDueOn: isTold && isOwed ? petition.answerDueOn : null,
    nextAnswerOn: isTold && isOwed ? petition.nextAnswerOn : null,
    sentOnTo: isTold ? petition.transferredTo : null,
    mergedOn: petition.mergedOn,
    mergedWith: petition.mergedWith,
    replies: letters.map(({ id, kind, letter_number, sent_on, body_sealed }) => ({
      kind,
      letterNumber: letter_number,
      sentOn: sent_on,
      body: unseal(body_sealed, key, BODY(id)),
    })),
    messages: messages.map(({ id, on_date, body_sealed, from_office }) => ({
      on: on_date,
      fromOffice: from_office,
      text: unseal(body_sealed, key, MESSAGE_BODY(id)),
    })),
  };
}

function keyOf({ proof, petition }: Found, { options: { keys } }: Context) {
  return keys.unwrap(Buffer.from(petition.wrappedKey, 'base64'), proof.institutionId, petition.id);
}

function typed(text: string, field: string): string {
  return cleanText(text, { field, max: TYPED_MAX });
}
