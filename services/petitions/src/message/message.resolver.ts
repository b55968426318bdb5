import { authorize } from '@everyletter/kit/errors';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import { MESSAGE_BODY, type Message } from './message.entity.ts';
import { MessageType, WriteMessageInput } from './message.type.ts';
import { writeMessage } from './write-message.ts';

@Resolver(() => MessageType)
export class MessageResolver {
  @Mutation(() => PetitionPayload, { description: 'Somebody of the desk has read it.' })
  async readMessage(@Arg('messageId', () => ID) messageId: string, @Ctx() context: Context): Promise<PetitionPayload> {
    const { messages, petitions, viewer, now, em } = context;
    const message = await messages.get(messageId);
    const petition = await petitions.get(message.petitionId);
    authorize(canWorkOn(viewer, petition));
    message.read(viewer.staffId as string, now);
    await auditChange(context, { action: 'READ_MESSAGE', subjectType: 'Message', subjectId: message.id, facts: {} });
    await em.flush();
    return { petition };
  }

  @Mutation(() => PetitionPayload, {
    description: 'To who holds number and query code. No reply: no clock stops by it.',
  })
  async writeMessage(
    @Arg('input', () => WriteMessageInput) input: WriteMessageInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await writeMessage(input, context) };
  }

  @FieldResolver(() => StaffRef, { nullable: true, description: 'Who wrote it for the office; null: the petitioner.' })
  author(@Root() { authorId }: Message): StaffRef | null {
    return authorId ? { id: authorId } : null;
  }

  @FieldResolver(() => String, { description: 'With the petitioner’s own data masked.' })
  async text(@Root() { id, petitionId, bodySealed }: Message, @Ctx() { petitions, options }: Context): Promise<string> {
    return openNote(bodySealed, MESSAGE_BODY(id), await petitions.get(petitionId), options.keys);
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  readBy(@Root() { readById }: Message): StaffRef | null {
    return readById ? { id: readById } : null;
  }
}

/** What messages add to a petition. */
@Resolver(() => PetitionType)
export class PetitionMessagesResolver {
  @FieldResolver(() => [MessageType], { description: 'What the petitioner and the office wrote since. Oldest first.' })
  messages(@Root() petition: Petition, @Ctx() { messages }: Context): Promise<Message[]> {
    return messages.of(petition);
  }
}
