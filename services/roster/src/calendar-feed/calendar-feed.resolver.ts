import { authorize } from '@everyletter/kit/errors';
import { type FeedSubject, feedAddress } from '@everyletter/kit/feed';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import {
  CalendarFeedInput,
  CalendarFeedKind,
  CalendarFeedType,
  IssueCalendarFeedPayload,
  RevokeCalendarFeedPayload,
} from './calendar-feed.type.ts';

@Resolver(() => CalendarFeedType)
export class CalendarFeedResolver {
  @Query(() => [CalendarFeedType], { description: 'Those the viewer may have; a feed of the hall is their own copy.' })
  async calendarFeeds(@Ctx() context: Context): Promise<CalendarFeedType[]> {
    const { staffId } = context.viewer;
    const issued = staffId ? await context.feeds.issuedFor([staffId]) : [];
    const kinds = staffId ? Object.values(CalendarFeedKind) : [];
    return kinds.map((kind) => ({ kind, issuedAt: issued.find((feed) => feed.kind === kind)?.issuedAt ?? null }));
  }

  @Mutation(() => IssueCalendarFeedPayload, { description: 'A new address; the one before it stops working at once.' })
  async issueCalendarFeed(
    @Arg('input', () => CalendarFeedInput) { kind }: CalendarFeedInput,
    @Ctx() context: Context,
  ): Promise<IssueCalendarFeedPayload> {
    const subject = subjectOf(kind, context);
    const token = await context.feeds.issue(subject, context.now);
    await audit('ISSUE_CALENDAR_FEED', subject, context);
    return { calendarFeed: { kind, issuedAt: context.now }, path: feedAddress('roster', token) };
  }

  @Mutation(() => RevokeCalendarFeedPayload)
  async revokeCalendarFeed(
    @Arg('input', () => CalendarFeedInput) { kind }: CalendarFeedInput,
    @Ctx() context: Context,
  ): Promise<RevokeCalendarFeedPayload> {
    const subject = subjectOf(kind, context);
    await context.feeds.revoke(subject);
    await audit('REVOKE_CALENDAR_FEED', subject, context);
    return { calendarFeed: { kind, issuedAt: null } };
  }
}

/** Each member of staff has copies of their own, so that taking one away leaves the others. */
function subjectOf(kind: CalendarFeedKind, { viewer }: Context): FeedSubject {
  authorize(viewer.staffId !== null);
  return { kind, subjectId: viewer.staffId as string };
}

function audit(action: string, { kind, subjectId }: FeedSubject, context: Context): Promise<string> {
  return auditChange(context, { action, subjectType: 'Staff', subjectId, facts: { kind } });
}
