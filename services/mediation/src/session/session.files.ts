import { NotFound } from '@everyletter/kit/errors';
import { type FeedEvent, feedText } from '@everyletter/kit/feed';
import { isId } from '@everyletter/kit/id';
import type { FileDoor } from '../files.ts';
import { mediators } from '../policy-table.ts';
import { roomsOf } from '../room/enter-room.ts';
import { sessionPlace } from './hold-session.ts';
import { MediationSession } from './session.entity.ts';

const MS_A_MINUTE = 60_000;

/** One session for a calendar app; names nobody. */
export const sessionFiles: readonly FileDoor[] = [
  {
    method: 'GET',
    path: /^sessions\/(?<id>[0-9a-f-]{36})\.ics$/u,
    policy: mediators,
    async answer({ id = '' }, _, context) {
      const session = isId(id) ? await context.em.findOne(MediationSession, { id }) : null;
      if (!session) throw new NotFound('SESSION_NOT_FOUND', { field: 'id' });
      const room = await roomsOf(context).enter(session.referralId);
      const event: FeedEvent = {
        uid: `${session.id}@everyletter`,
        revision: session.revision,
        start: session.startsAt,
        end: new Date(session.startsAt.getTime() + session.minutes * MS_A_MINUTE),
        title: '调解',
        place: room.openIfAny(session.placeSealed, sessionPlace('place', id)) ?? '',
        calledOff: session.state === 'CANCELLED',
        changedAt: session.changedAt,
      };
      return {
        status: 200,
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'attachment; filename="session.ics"',
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
        body: Buffer.from(feedText('调解', [event])),
      };
    },
  },
];
