import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { askStatus, leaveMessage, verifyLetter } from './ask-as-stranger.ts';
import { LeaveMessageInput, LeaveMessagePayload, PublicLetter, PublicStatus } from './public-desk.type.ts';

/** Doors for people without an account; nothing else of the house is open to them. */
@Resolver()
export class PublicDeskResolver {
  @Query(() => PublicLetter, {
    nullable: true,
    description: 'Whether a letter with this number and verification code is ours; null when it is not.',
  })
  publicLetter(
    @Arg('number', () => String) number: string,
    @Arg('code', () => String) code: string,
    @Ctx() context: Context,
  ): Promise<PublicLetter | null> {
    return verifyLetter(number, code, context);
  }

  @Query(() => PublicStatus, {
    nullable: true,
    description: 'A petition by its number and query code; null for either being wrong, without telling which.',
  })
  publicStatus(
    @Arg('number', () => String) number: string,
    @Arg('code', () => String) code: string,
    @Ctx() context: Context,
  ): Promise<PublicStatus | null> {
    return askStatus(number, code, context);
  }

  @Mutation(() => LeaveMessagePayload, { description: 'A further message of the petitioner, for the desk to read.' })
  async leavePublicMessage(
    @Arg('input', () => LeaveMessageInput) input: LeaveMessageInput,
    @Ctx() context: Context,
  ): Promise<LeaveMessagePayload> {
    return { status: await leaveMessage(input, context) };
  }
}
