import { authorize, Invalid } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { type Connection, toConnection } from '@everyletter/kit/paging';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ClockKindEnum } from '../clock/clock.type.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { isOfficer } from '../petition/petition.policy.ts';
import { PetitionType } from '../petition/petition.type.ts';
import {
  ClockCheckType,
  MarkRemindersReadInput,
  ReminderConnection,
  RemindersReadPayload,
  ReminderType,
  ReminderWatchType,
} from './reminder.type.ts';
import type { ReadReminder } from './reminders.repository.ts';
import { watchReminders } from './watch-reminders.ts';

@Resolver(() => ReminderType)
export class ReminderResolver {
  @Query(() => ReminderConnection, { description: 'The viewer’s own, newest first; `first` from 1 to 100.' })
  async reminders(
    @Arg('all', () => Boolean, { nullable: true, defaultValue: false, description: 'Also of clocks that stopped.' })
    all: boolean,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() { reminders }: Context,
  ): Promise<Connection<ReadReminder>> {
    const rows = await reminders.page({ all, first, after: after ?? null });
    return toConnection(rows, first, ({ raisedAt, id }) => [raisedAt.toISOString(), id]);
  }

  @Query(() => ReminderWatchType)
  reminderWatch(@Ctx() context: Context): Promise<ReminderWatchType> {
    return watchReminders(context);
  }

  @Query(() => ClockCheckType, { description: 'Of the last day it was made; once a day.' })
  async clockCheck(@Ctx() { reminders }: Context): Promise<ClockCheckType> {
    const { checkedOn, checked, differing } = await reminders.roundMark();
    return { checkedOn, checked, differing: differing.map(String) };
  }

  @Mutation(() => RemindersReadPayload)
  async markRemindersRead(
    @Arg('input', () => MarkRemindersReadInput) { ids }: MarkRemindersReadInput,
    @Ctx() { reminders, viewer, now }: Context,
  ): Promise<RemindersReadPayload> {
    authorize(isOfficer(viewer));
    if (ids?.some((id) => !isId(id))) throw new Invalid('ID_INVALID', { field: 'ids' });
    return { marked: await reminders.noteRead(ids ?? null, now), unread: await reminders.unread() };
  }

  @FieldResolver(() => ClockKindEnum)
  clock(@Root() { clock }: ReadReminder): string {
    return clock.startsWith('CATEGORY:') ? 'CATEGORY' : clock;
  }

  @FieldResolver(() => PetitionType)
  petition(@Root() { petitionId }: ReadReminder, @Ctx() { petitions }: Context): Promise<Petition> {
    return petitions.get(petitionId);
  }
}

@Resolver(() => ReminderConnection)
export class ReminderConnectionResolver {
  @FieldResolver(() => Int, { description: 'Unread ones.' })
  totalCount(@Ctx() { reminders }: Context): Promise<number> {
    return reminders.unread();
  }
}
