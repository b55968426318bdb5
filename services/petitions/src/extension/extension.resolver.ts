import { type Connection, toConnection } from '@everyletter/kit/paging';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import type { Reply } from '../reply/reply.entity.ts';
import { ReplyType } from '../reply/reply.type.ts';
import { approveExtension, DECISION_PLACE, refuseExtension, withdrawExtension } from './decide-extension.ts';
import type { Extension } from './extension.entity.ts';
import { canDecideExtension, canWithdrawExtension } from './extension.policy.ts';
import {
  ExtensionConnection,
  ExtensionPayload,
  ExtensionStepInput,
  ExtensionType,
  RequestExtensionInput,
} from './extension.type.ts';
import { dueOnIfGranted } from './petition-extensions.ts';
import { PAPERS_PLACE, REASON_PLACE, requestExtension } from './request-extension.ts';
import { ExtensionState } from './rules/extension.ts';

type Page = Connection<Extension> & { readonly state: ExtensionState | null };

@Resolver(() => ExtensionType)
export class ExtensionResolver {
  @Query(() => ExtensionConnection, { description: 'Those of visible petitions, oldest first; `first` from 1 to 100.' })
  async extensions(
    @Arg('state', () => ExtensionState, { nullable: true }) state: ExtensionState | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() { extensions }: Context,
  ): Promise<Page> {
    const rows = await extensions.page({ state: state ?? null, first, after: after ?? null });
    return { ...toConnection(rows, first, ({ id }) => [id]), state: state ?? null };
  }

  @Mutation(() => ExtensionPayload)
  requestExtension(
    @Arg('input', () => RequestExtensionInput) input: RequestExtensionInput,
    @Ctx() context: Context,
  ): Promise<ExtensionPayload> {
    return requestExtension(input, context);
  }

  @Mutation(() => ExtensionPayload, { description: 'Moves the day, and prepares the notice to the petitioner.' })
  approveExtension(
    @Arg('input', () => ExtensionStepInput) input: ExtensionStepInput,
    @Ctx() context: Context,
  ): Promise<ExtensionPayload> {
    return approveExtension(input, context);
  }

  @Mutation(() => ExtensionPayload)
  refuseExtension(
    @Arg('input', () => ExtensionStepInput) input: ExtensionStepInput,
    @Ctx() context: Context,
  ): Promise<ExtensionPayload> {
    return refuseExtension(input, context);
  }

  @Mutation(() => ExtensionPayload)
  withdrawExtension(
    @Arg('input', () => ExtensionStepInput) input: ExtensionStepInput,
    @Ctx() context: Context,
  ): Promise<ExtensionPayload> {
    return withdrawExtension(input, context);
  }

  @FieldResolver(() => PetitionType)
  petition(@Root() { petitionId }: Extension, @Ctx() { petitions }: Context): Promise<Petition> {
    return petitions.get(petitionId);
  }

  @FieldResolver(() => String, { description: 'With the petitioner’s own data masked.' })
  reason(@Root() extension: Extension, @Ctx() context: Context): Promise<string | null> {
    return words(extension, [extension.reasonSealed, REASON_PLACE(extension.id)], context);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The papers it rests on.' })
  papers(@Root() extension: Extension, @Ctx() context: Context): Promise<string | null> {
    return words(extension, [extension.papersSealed, PAPERS_PLACE(extension.id)], context);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the leader said to it.' })
  decisionReason(@Root() extension: Extension, @Ctx() context: Context): Promise<string | null> {
    return words(extension, [extension.decisionSealed, DECISION_PLACE(extension.id)], context);
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: 'The due day once granted, or if it were.' })
  dueOnAfter(@Root() extension: Extension, @Ctx() context: Context): Promise<string | null> {
    return dueOnIfGranted(extension, context);
  }

  @FieldResolver(() => StaffRef)
  requestedBy(@Root() { requestedById }: Extension): StaffRef {
    return { id: requestedById };
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  decidedBy(@Root() { decidedById }: Extension): StaffRef | null {
    return decidedById ? { id: decidedById } : null;
  }

  @FieldResolver(() => ReplyType, { nullable: true, description: 'The letter that tells the petitioner.' })
  async notice(@Root() { noticeId }: Extension, @Ctx() { replies }: Context): Promise<Reply | null> {
    return noticeId ? replies.find(noticeId) : null;
  }

  @FieldResolver(() => Boolean)
  viewerCanDecide(@Root() extension: Extension, @Ctx() { viewer }: Context): boolean {
    return canDecideExtension(viewer, extension);
  }

  @FieldResolver(() => Boolean)
  viewerCanWithdraw(@Root() extension: Extension, @Ctx() { viewer }: Context): boolean {
    return canWithdrawExtension(viewer, extension);
  }
}

@Resolver(() => ExtensionConnection)
export class ExtensionConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { state }: Page, @Ctx() { extensions }: Context): Promise<number> {
    return extensions.count(state);
  }
}

async function words(
  { petitionId }: Extension,
  [sealed, place]: readonly [Uint8Array | null | undefined, string],
  { petitions, options }: Context,
): Promise<string | null> {
  return sealed ? openNote(sealed, place, await petitions.get(petitionId), options.keys) : null;
}
