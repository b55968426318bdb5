import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { Context } from '../context.ts';
import type { MatterState, PetitionState } from '../petition/rules/states.ts';
import { factsOf } from './letters.ts';
import { Reply } from './reply.entity.ts';
import { canDraft } from './reply.policy.ts';
import { recordStep, type Written } from './reply-step.ts';
import { checkDraft } from './rules/drafting.ts';
import { startingValues } from './rules/letter-text.ts';
import type { ReplyKind } from './rules/reply-kinds.ts';
import { replyTemplateFor } from './rules/reply-templates.ts';

/** What a new reply is to be. */
export interface NewReply {
  readonly petitionId: string;
  readonly kind: ReplyKind;
  readonly templateId: string;
}

/** Begins a reply from a template, filled in as far as the system knows. */
export async function draftReply({ petitionId, kind, templateId }: NewReply, context: Context): Promise<Written> {
  const { petitions, replies, letters, viewer, em, now } = context;
  const petition = await petitions.change(petitionId, null);
  authorize(canDraft(viewer, petition, kind), 'REPLY_OF_OTHER_DEPARTMENT');
  const template = replyTemplateFor(kind, templateId);
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
  const id = newId(now);
  const by = viewer.staffId as string;
  const reply = em.create(Reply, {
    id,
    institutionId: petition.institutionId,
    petitionId: petition.id,
    kind,
    templateId,
    state: 'DRAFT',
    authorId: by,
    fieldsSealed: letters.sealFields(id, startingValues(template, factsOf(setting)), petition),
    createdAt: now,
    changedAt: now,
    changedById: by,
  });
  em.persist(reply);
  return recordStep({ reply, petition }, { kind: 'REPLY_DRAFTED' }, context);
}
