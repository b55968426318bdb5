import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionType } from '../petition/petition.type.ts';
import type { Reply } from './reply.entity.ts';
import { canApprove, canReply } from './reply.policy.ts';
import { ReplyType } from './reply.type.ts';

/** What replies add to a petition. */
@Resolver(() => PetitionType)
export class PetitionRepliesResolver {
  @FieldResolver(() => [ReplyType], { description: 'Oldest first.' })
  replies(@Root() { id }: Petition, @Ctx() { replies }: Context): Promise<Reply[]> {
    return replies.ofPetition(id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may draft some kind of reply now.' })
  viewerCanReply(@Root() petition: Petition, @Ctx() { viewer }: Context): boolean {
    return petition.state === 'DISPOSED' && canReply(viewer, petition);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a reply waits that the viewer may approve.' })
  async viewerCanApproveReply(@Root() petition: Petition, @Ctx() { replies, viewer }: Context): Promise<boolean> {
    return (await replies.ofPetition(petition.id)).some((reply) => canApprove(viewer, petition, reply));
  }
}
