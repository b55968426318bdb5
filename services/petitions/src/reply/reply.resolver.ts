import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import { ReplyTemplateType } from '../reply-template/reply-template.type.ts';
import type { KeptTemplate } from '../reply-template/reply-templates.repository.ts';
import { dispatchReply } from './dispatch-reply.ts';
import { draftReply } from './draft-reply.ts';
import { editReply } from './edit-reply.ts';
import { letterPath } from './letter.files.ts';
import { SENT_BACK_REASON } from './letters.ts';
import type { Reply } from './reply.entity.ts';
import {
  changesOf,
  DispatchReplyInput,
  DraftReplyInput,
  EditReplyInput,
  ReplyPayload,
  ReplyStepInput,
  reasonOf,
  SendBackReplyInput,
} from './reply.inputs.ts';
import { canApprove, canDispatch, canEdit } from './reply.policy.ts';
import { ReplyCheckType, ReplyFieldType, ReplyType } from './reply.type.ts';
import { approveReply, sendBackReply, submitReply } from './review-reply.ts';

@Resolver(() => ReplyType)
export class ReplyResolver {
  @Mutation(() => ReplyPayload)
  draftReply(
    @Arg('input', () => DraftReplyInput) input: DraftReplyInput,
    @Ctx() context: Context,
  ): Promise<ReplyPayload> {
    return draftReply(input, context);
  }

  @Mutation(() => ReplyPayload)
  editReply(@Arg('input', () => EditReplyInput) input: EditReplyInput, @Ctx() context: Context): Promise<ReplyPayload> {
    return editReply(input, changesOf(input), context);
  }

  @Mutation(() => ReplyPayload)
  submitReply(
    @Arg('input', () => ReplyStepInput) input: ReplyStepInput,
    @Ctx() context: Context,
  ): Promise<ReplyPayload> {
    return submitReply(input, context);
  }

  @Mutation(() => ReplyPayload)
  approveReply(
    @Arg('input', () => ReplyStepInput) input: ReplyStepInput,
    @Ctx() context: Context,
  ): Promise<ReplyPayload> {
    return approveReply(input, context);
  }

  @Mutation(() => ReplyPayload, { description: 'Sends a submitted reply back to its author with the reason.' })
  sendBackReply(
    @Arg('input', () => SendBackReplyInput) input: SendBackReplyInput,
    @Ctx() context: Context,
  ): Promise<ReplyPayload> {
    return sendBackReply(input, reasonOf(input), context);
  }

  @Mutation(() => ReplyPayload)
  dispatchReply(
    @Arg('input', () => DispatchReplyInput) input: DispatchReplyInput,
    @Ctx() context: Context,
  ): Promise<ReplyPayload> {
    return dispatchReply(input, input, context);
  }

  @FieldResolver(() => PetitionType)
  petition(@Root() { petitionId }: Reply, @Ctx() { petitions }: Context): Promise<Petition | null> {
    return petitions.find(petitionId);
  }

  @FieldResolver(() => [ReplyFieldType], { description: 'In the order of the template.' })
  async fields(@Root() reply: Reply, @Ctx() context: Context): Promise<ReplyFieldType[]> {
    const values = context.letters.valuesOf(reply, await petitionOf(reply, context));
    const { template } = await context.replyTemplates.of(reply);
    return template.fields.map(({ key }) => ({ key, value: values[key] ?? '' }));
  }

  @FieldResolver(() => ReplyTemplateType, { description: 'The version it is written from.' })
  template(@Root() reply: Reply, @Ctx() { replyTemplates }: Context): Promise<KeptTemplate> {
    return replyTemplates.of(reply);
  }

  @FieldResolver(() => String, { description: 'The letter as it will be printed, salutation aside.' })
  async body(@Root() reply: Reply, @Ctx() context: Context): Promise<string> {
    return (await context.letters.read(reply, await petitionOf(reply, context))).body;
  }

  @FieldResolver(() => [ReplyCheckType])
  async checks(@Root() reply: Reply, @Ctx() context: Context): Promise<readonly ReplyCheckType[]> {
    return (await context.letters.read(reply, await petitionOf(reply, context))).checks;
  }

  @FieldResolver(() => StaffRef)
  author(@Root() { authorId }: Reply): StaffRef {
    return { id: authorId };
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  approvedBy(@Root() { approvedById }: Reply): StaffRef | null {
    return approvedById ? { id: approvedById } : null;
  }

  @FieldResolver(() => String, { nullable: true })
  async sentBackReason(@Root() reply: Reply, @Ctx() context: Context): Promise<string | null> {
    const { id, sentBackReasonSealed: sealed } = reply;
    return sealed
      ? openNote(sealed, SENT_BACK_REASON(id), await petitionOf(reply, context), context.options.keys)
      : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Path of the printable letter, once approved.' })
  letterPath(@Root() reply: Reply): string | null {
    return letterPath(reply);
  }

  @FieldResolver(() => Boolean)
  async viewerCanEdit(@Root() reply: Reply, @Ctx() context: Context): Promise<boolean> {
    return canEdit(context.viewer, await petitionOf(reply, context), reply);
  }

  @FieldResolver(() => Boolean)
  async viewerCanApprove(@Root() reply: Reply, @Ctx() context: Context): Promise<boolean> {
    return canApprove(context.viewer, await petitionOf(reply, context), reply);
  }

  @FieldResolver(() => Boolean)
  async viewerCanDispatch(@Root() reply: Reply, @Ctx() context: Context): Promise<boolean> {
    return canDispatch(context.viewer, await petitionOf(reply, context), reply);
  }
}

/** Who sees a reply sees its petition: row-level security joins the two. */
async function petitionOf({ petitionId }: Reply, { petitions }: Context): Promise<Petition> {
  return (await petitions.find(petitionId)) as Petition;
}
