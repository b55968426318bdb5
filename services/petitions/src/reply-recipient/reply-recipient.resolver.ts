import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { type ContactCard, maskedContact } from '../correspondent/correspondent-card.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { isSigned, PRINTED_MAX } from '../reply/letter.files.ts';
import type { Reply } from '../reply/reply.entity.ts';
import { ReplyPayload } from '../reply/reply.inputs.ts';
import { ReplyType } from '../reply/reply.type.ts';
import { addresseeOf, DELIVERY_REASON } from './addressee.ts';
import { recordDelivery, resendReply } from './record-delivery.ts';
import type { ReplyRecipient } from './reply-recipient.entity.ts';
import { RecordDeliveryInput, ReplyRecipientType, ResendReplyInput, reportOf } from './reply-recipient.type.ts';

@Resolver(() => ReplyRecipientType)
export class ReplyRecipientResolver {
  @Mutation(() => ReplyPayload, {
    description: 'It arrived, or it came back: then the clocks it had stopped run again.',
  })
  recordDelivery(
    @Arg('input', () => RecordDeliveryInput) input: RecordDeliveryInput,
    @Ctx() context: Context,
  ): Promise<ReplyPayload> {
    return recordDelivery(input, reportOf(input), context);
  }

  @Mutation(() => ReplyPayload, { description: 'Sends it again to one whom it did not reach.' })
  resendReply(
    @Arg('input', () => ResendReplyInput) input: ResendReplyInput,
    @Ctx() context: Context,
  ): Promise<ReplyPayload> {
    return resendReply(input, input, context);
  }

  @Query(() => [ReplyType], {
    description: `Letters to be sent: signed and still in the house, oldest first; at most ${PRINTED_MAX}.`,
  })
  outgoingReplies(@Ctx() { replies }: Context): Promise<Reply[]> {
    return replies.outgoing(PRINTED_MAX);
  }

  @Query(() => [ReplyType], { description: `Letters sent on a day, by their numbers; at most ${PRINTED_MAX}.` })
  repliesSentOn(@Arg('day', () => LocalDateScalar) day: LocalDate, @Ctx() { replies }: Context): Promise<Reply[]> {
    return replies.sentOn(day, PRINTED_MAX);
  }

  @FieldResolver(() => String, { nullable: true })
  async name(@Root() recipient: ReplyRecipient, @Ctx() context: Context): Promise<string | null> {
    return (await masked(recipient, context)).name;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Null: no letter can be posted to them.' })
  async address(@Root() recipient: ReplyRecipient, @Ctx() context: Context): Promise<string | null> {
    return (await masked(recipient, context)).address;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was written on it when it came back.' })
  async reason(@Root() recipient: ReplyRecipient, @Ctx() context: Context): Promise<string | null> {
    const { id, reasonSealed } = recipient;
    if (!reasonSealed) return null;
    return openNote(reasonSealed, DELIVERY_REASON(id), await petitionOf(recipient, context), context.options.keys);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Path of their copy as a PDF, once approved.' })
  async letterPath(@Root() { id, replyId }: ReplyRecipient, @Ctx() { replies }: Context): Promise<string | null> {
    return isSigned(await replies.get(replyId)) ? `/files/petitions/recipients/${id}/letter.pdf` : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Path of their envelope; null without an address.' })
  async envelopePath(@Root() recipient: ReplyRecipient, @Ctx() context: Context): Promise<string | null> {
    const isReady = isSigned(await context.replies.get(recipient.replyId));
    const { address } = await masked(recipient, context);
    return isReady && address !== null ? `/files/petitions/recipients/${recipient.id}/envelope.pdf` : null;
  }
}

/** What recipients add to a reply. */
@Resolver(() => ReplyType)
export class ReplyRecipientsResolver {
  @FieldResolver(() => [ReplyRecipientType], { description: 'The petitioner first.' })
  recipients(@Root() reply: Reply, @Ctx() { replyRecipients }: Context): Promise<ReplyRecipient[]> {
    return replyRecipients.of(reply);
  }
}

async function masked(recipient: ReplyRecipient, context: Context): Promise<ContactCard> {
  return maskedContact(await addresseeOf(recipient, await petitionOf(recipient, context), context));
}

/** Who sees a recipient sees the petition: row-level security joins the two. */
async function petitionOf({ petitionId }: ReplyRecipient, { petitions }: Context): Promise<Petition> {
  return (await petitions.find(petitionId)) as Petition;
}
