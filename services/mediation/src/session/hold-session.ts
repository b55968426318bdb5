import { Conflict, Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId, newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { dayOf } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import { mediatorIsChosen } from '../disclosure/choose-mediator.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { recordStep } from '../referral/referral-step.ts';
import { toMediate } from '../room/enter-room.ts';
import { MediationSession } from './session.entity.ts';
import type {
  CancelSessionInput,
  MoveSessionInput,
  NoteNoticeInput,
  PlanSessionInput,
  RecordSessionInput,
} from './session.type.ts';

/** Characters, and minutes of a day's work. */
const PLACE_MAX = 200;
const RECORD = { min: 4, max: 5000 };
const MINUTES_MAX = 480;

export const sessionPlace = (column: 'place' | 'record', id: string) => `mediation_session.${column}:${id}`;

/**
 * Only once the mediator has disclosed and every party has accepted them. Source: 人民调解法 19.
 * @throws RuleBroken `MEDIATOR_NOT_DISCLOSED`, `MEDIATOR_NOT_ACCEPTED`; Invalid `SESSION_IN_PAST`, `SESSION_AFTER_PERIOD`,
 * `MINUTES_INVALID`
 */
export async function planSession(input: PlanSessionInput, context: Context): Promise<Referral> {
  const { referral, room } = await toMediate(input.referralId, context);
  await mediatorIsChosen(referral, context);
  const { startsAt, minutes, place } = whenAndWhere(input, referral, context);
  const id = newId(context.now);
  context.sessions.add(
    context.em.create(MediationSession, {
      id,
      institutionId: referral.institutionId,
      referralId: referral.id,
      mediatorId: referral.mediatorId as string,
      kind: input.kind,
      startsAt,
      minutes,
      state: 'PLANNED',
      placeSealed: room.seal(place, sessionPlace('place', id)),
      attendance: [],
      notices: [],
      revision: 0,
      changedAt: context.now,
      version: 1,
    }),
  );
  return recordStep(referral, { action: 'PLAN_SESSION', facts: { kind: input.kind } }, context);
}

/** To another time or place: whoever was told before must be told anew. @throws as {@link planSession} */
export async function moveSession(input: MoveSessionInput, context: Context): Promise<Referral> {
  const { session, referral, room } = await plannedSession(input, context);
  const { startsAt, minutes, place } = whenAndWhere(input, referral, context);
  session.kind = input.kind;
  session.startsAt = startsAt;
  session.minutes = minutes;
  session.placeSealed = room.seal(place, sessionPlace('place', session.id));
  session.notices = [];
  change(session, context);
  return recordStep(referral, { action: 'MOVE_SESSION', facts: { kind: input.kind } }, context);
}

/** @throws Invalid `SESSION_IN_PAST`, `SESSION_AFTER_PERIOD`, `MINUTES_INVALID` */
function whenAndWhere(
  { startsAt, minutes, place }: Pick<PlanSessionInput, 'startsAt' | 'minutes' | 'place'>,
  { endsOn }: Referral,
  { now }: Context,
) {
  if (startsAt < now) throw new Invalid('SESSION_IN_PAST', { field: 'startsAt' });
  if (endsOn && dayOf(startsAt) > endsOn) throw new Invalid('SESSION_AFTER_PERIOD', { field: 'startsAt', on: endsOn });
  if (minutes < 1 || minutes > MINUTES_MAX)
    throw new Invalid('MINUTES_INVALID', { field: 'minutes', max: MINUTES_MAX });
  return { startsAt, minutes, place: cleanText(place, { field: 'place', min: 1, max: PLACE_MAX }) };
}

export async function cancelSession(input: CancelSessionInput, context: Context): Promise<Referral> {
  const { session, referral } = await plannedSession(input, context);
  session.state = 'CANCELLED';
  change(session, context);
  return recordStep(referral, { action: 'CANCEL_SESSION' }, context);
}

/** That a party was told; how often and by which means is the mediator's to choose. */
export async function noteNotice(input: NoteNoticeInput, context: Context): Promise<Referral> {
  const { session, referral } = await plannedSession({ ...input, version: null }, context);
  await isParty(input.partyId, referral, context);
  const notice = { partyId: input.partyId, means: input.means, at: context.now.toISOString() };
  session.notices = [...session.notices, notice];
  return recordStep(referral, { action: 'NOTE_NOTICE', facts: { means: input.means } }, context);
}

/** @throws Invalid `SESSION_NOT_BEGUN`, `ATTENDANCE_INCOMPLETE` */
export async function recordSession(input: RecordSessionInput, context: Context): Promise<Referral> {
  const { session, referral, room } = await plannedSession(input, context);
  if (session.startsAt > context.now) throw new Invalid('SESSION_NOT_BEGUN', { field: 'sessionId' });
  const parties = await context.parties.of(referral);
  const isTold = parties.every(({ id }) => input.attendance.filter(({ partyId }) => partyId === id).length === 1);
  if (!isTold || input.attendance.length !== parties.length)
    throw new Invalid('ATTENDANCE_INCOMPLETE', { field: 'attendance' });
  const record = cleanText(input.record, { field: 'record', ...RECORD });
  session.attendance = input.attendance.map(({ partyId, attendance }) => ({ partyId, attendance }));
  session.recordSealed = room.seal(record, sessionPlace('record', session.id));
  session.state = 'HELD';
  change(session, context);
  return recordStep(referral, { action: 'RECORD_SESSION' }, context);
}

interface SeenSession {
  readonly sessionId: string;
  readonly version: number | null;
}

/** @throws NotFound `SESSION_NOT_FOUND`; Conflict `SESSION_CHANGED`; RuleBroken `SESSION_NOT_PLANNED` */
async function plannedSession({ sessionId, version }: SeenSession, context: Context) {
  const found = isId(sessionId) ? await context.em.findOne(MediationSession, { id: sessionId }) : null;
  if (!found) throw new NotFound('SESSION_NOT_FOUND', { field: 'sessionId' });
  const { referral, room } = await toMediate(found.referralId, context);
  const session = await context.em.refreshOrFail(found);
  if (version !== null && session.version !== version) throw new Conflict('SESSION_CHANGED', { field: 'version' });
  if (session.state !== 'PLANNED') throw new RuleBroken('SESSION_NOT_PLANNED', { field: 'sessionId' });
  return { session, referral, room };
}

async function isParty(partyId: string, referral: Referral, { parties }: Context): Promise<void> {
  const is = (await parties.of(referral)).some(({ id }) => id === partyId);
  if (!is) throw new NotFound('PARTY_NOT_FOUND', { field: 'partyId' });
}

function change(session: MediationSession, { now }: Context): void {
  session.revision += 1;
  session.changedAt = now;
}
