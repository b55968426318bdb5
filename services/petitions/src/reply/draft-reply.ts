import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { MatterState, PetitionState } from '../petition/rules/states.ts';
import { addRecipients } from '../reply-recipient/send-to-recipients.ts';
import { earlierAnswer } from './earlier-answer.ts';
import { factsOf } from './letters.ts';
import { Reply } from './reply.entity.ts';
import { canDraft } from './reply.policy.ts';
import { recordStep, type Written } from './reply-step.ts';
import { checkDraft } from './rules/drafting.ts';
import { type FieldValues, startingValues } from './rules/letter-text.ts';
import type { ReplyKind } from './rules/reply-kinds.ts';

/** What a new reply is to be. */
export interface NewReply {
  readonly petitionId: string;
  readonly kind: ReplyKind;
  readonly templateId: string;
}

/** Begins a reply from a template, filled in as far as the system knows. */
export async function draftReply({ petitionId, kind, templateId }: NewReply, context: Context): Promise<Written> {
  const { petitions, replies, letters, replyTemplates, viewer } = context;
  const petition = await petitions.change(petitionId, null);
  authorize(canDraft(viewer, petition, kind), 'REPLY_OF_OTHER_DEPARTMENT');
  const { template } = await replyTemplates.forNew(kind, templateId);
  const setting = await letters.settingOf(petition);
  const open = (await replies.ofPetition(petition.id)).filter(({ state }) => state !== 'DISPATCHED');
  checkDraft(
    {
      petitionState: petition.state as PetitionState,
      matterState: setting.matter.state as MatterState,
      open: open.map((reply) => reply.kind as ReplyKind),
    },
    kind,
  );
  const reply = await addDraft(
    petition,
    {
      kind,
      templateId: template.id,
      authorId: viewer.staffId as string,
      values: await earlierAnswer(petition, template, context),
    },
    context,
  );
  return recordStep({ reply, petition }, { kind: 'REPLY_DRAFTED' }, context);
}

/** A draft with its blanks filled in as far as the system knows; `values` go over that. */
export async function addDraft(
  petition: Petition,
  { kind, templateId, authorId, values = {} }: Draft,
  context: Context,
): Promise<Reply> {
  const { letters, replyTemplates, em, now } = context;
  const setting = await letters.settingOf(petition);
  const { template, version } = await replyTemplates.forNew(kind, templateId);
  const starting = { ...startingValues(template, factsOf(setting)), ...values };
  const id = newId(now);
  const reply = em.create(Reply, {
    id,
    institutionId: petition.institutionId,
    petitionId: petition.id,
    kind,
    templateId,
    templateVersion: version,
    state: 'DRAFT',
    authorId,
    fieldsSealed: letters.sealFields(id, starting, petition),
    createdAt: now,
    changedAt: now,
    changedById: authorId,
  });
  em.persist(reply);
  await addRecipients(reply, petition, context);
  return reply;
}

interface Draft {
  readonly kind: ReplyKind;
  readonly templateId: string;
  readonly authorId: string;
  readonly values?: FieldValues;
}
