import { NotFound } from '@everyletter/kit/errors';
import { type FeedEvent, feedFile, feedTokenOf } from '@everyletter/kit/feed';
import type { FileRequest, FileResponse } from '@everyletter/kit/service';
import { addDays } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { DutyRow } from '../duty/duty-row.ts';
import { isHeld } from '../duty/rules/duty-state.ts';

/** What a calendar app is given around today. Calendar days. */
const REACH = { back: 60, ahead: 400 };
const HALF_DAYS = { MORNING: '上午', AFTERNOON: '下午' } as const;

/**
 * `feeds/<token>.ics`, for whoever knows the token: times, places and lawyers’ names, never anything of who came.
 * @throws NotFound `FEED_NOT_FOUND` also for a lawyer who does not serve any more
 */
export async function dutyFeedFile({ method, path }: FileRequest, context: Context): Promise<FileResponse> {
  const { feeds, duties, duty: directory, today, now } = context;
  const token = method === 'GET' ? feedTokenOf(path) : null;
  const subject = token ? await feeds.subjectOf(token) : null;
  if (!subject) throw new NotFound('FEED_NOT_FOUND');
  const period = { from: addDays(today, -REACH.back), to: addDays(today, REACH.ahead) };
  if (subject.kind === 'LAWYER') {
    const lawyer = await directory.lawyer(subject.subjectId);
    if (!lawyer?.servesOn(today)) throw new NotFound('FEED_NOT_FOUND');
    const fed = await duties.everHeldBy(lawyer.id, period);
    const events = fed.map((duty) => eventOf(duty, { now, calledOff: !isHeld(duty) || duty.lawyerId !== lawyer.id }));
    return feedFile('我的律师值守', events.map(titled('律师值守')));
  }
  const station = await directory.station(subject.subjectId);
  if (!station) throw new NotFound('FEED_NOT_FOUND');
  const fed = await duties.at(station.id, period);
  const names = await Promise.all(fed.map(({ lawyerId }) => directory.lawyer(lawyerId)));
  const events = fed.map((duty, at) => ({
    ...eventOf(duty, { now, calledOff: !isHeld(duty) }),
    title: `${names[at]?.name ?? ''}（${HALF_DAYS[duty.halfDay]}）`,
  }));
  return feedFile(station.name, events);
}

type Timed = Omit<FeedEvent, 'title'> & { readonly halfDay: keyof typeof HALF_DAYS };

function eventOf(duty: DutyRow, { now, calledOff }: { readonly now: Date; readonly calledOff: boolean }): Timed {
  const { id, startsAt, endsAt, halfDay, stored } = duty;
  return {
    uid: `duty-${id}@stations.everyletter`,
    revision: stored.version,
    start: startsAt,
    end: endsAt,
    place: `${stored.stationName} ${stored.place}`,
    calledOff,
    changedAt: now,
    halfDay,
  };
}

function titled(what: string): (event: Timed) => FeedEvent {
  return ({ halfDay, ...event }) => ({ ...event, title: `${what}（${HALF_DAYS[halfDay]}）` });
}
