import { NotFound } from '@everyletter/kit/errors';
import { type FeedEvent, feedFile, feedTokenOf } from '@everyletter/kit/feed';
import type { FileRequest, FileResponse } from '@everyletter/kit/service';
import { addDays, instantAt, type LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { FedDuty } from '../reception-day/reception-days.repository.ts';
import { hoursOf, type ReceptionSettings } from '../reception-settings/rules/reception-settings.ts';

/** What a calendar app is given around today. Calendar days. */
const REACH = { back: 60, ahead: 400 };
const HALF_DAYS: Readonly<Record<string, string>> = { MORNING: '上午', AFTERNOON: '下午' };

/**
 * `feeds/<token>.ics`, for whoever knows the token; the names in it are those of leaders, as they are published.
 * @throws NotFound `FEED_NOT_FOUND` also for a token whose owner may not sign in any more
 */
export async function calendarFeedFile({ method, path }: FileRequest, context: Context): Promise<FileResponse> {
  const token = method === 'GET' ? feedTokenOf(path) : null;
  const subject = token ? await context.feeds.subjectOf(token) : null;
  if (!subject || !(await context.receptions.mayStillRead(subject.subjectId))) throw new NotFound('FEED_NOT_FOUND');
  const { today, receptions, receptionSettings } = context;
  const isHall = subject.kind === 'HALL';
  const period = { from: addDays(today, -REACH.back), to: addDays(today, REACH.ahead) };
  const duties = await receptions.fed(period, isHall ? null : subject.subjectId);
  const settings = await receptionSettings.current();
  const events = duties.map((duty) => eventOf(duty, settings, isHall));
  return feedFile(isHall ? '领导接访安排' : '我的接待日', events);
}

function eventOf(duty: FedDuty, settings: ReceptionSettings, isHall: boolean): FeedEvent {
  const hours = hoursOf(settings, duty.halfDay);
  const date = duty.date as LocalDate;
  return {
    uid: `reception-day-${duty.id}@roster.everyletter`,
    revision: duty.revision,
    start: instantAt(date, hours.from),
    end: instantAt(date, hours.to),
    title: isHall ? `领导接访：${duty.leaderName} ${duty.leaderTitle}` : `领导接访（${HALF_DAYS[duty.halfDay]}）`,
    place: duty.place,
    calledOff: duty.calledOff,
    changedAt: duty.changedAt,
  };
}
