import { Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId, newId } from '@everyletter/kit/id';
import { newDataKey, seal } from '@everyletter/kit/sealing';
import { cleanText } from '@everyletter/kit/text';
import { instantAt, type LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { ReceptionDay } from '../reception-day/reception-day.entity.ts';
import { hoursOf } from '../reception-settings/rules/reception-settings.ts';
import { chooseSlot, type Slot, slotsOf } from './rules/slots.ts';
import { Ticket } from './ticket.entity.ts';
import type { BookReceptionInput } from './ticket.inputs.ts';

/** Characters. */
const NAME_MAX = 50;
const NUMBER_MAX = 60;
const PHONE = /^[+\d][\d -]{4,19}$/;
/** Of those who come together. Source: 信访工作条例 20. */
const PEOPLE_MAX = 5;

/**
 * A number with a leader. Of any number who book at once each gets a time of their own or a refusal: they wait for one
 * another in one order, and beneath that the database refuses what overlaps.
 * @throws RuleBroken `RECEPTION_DAY_PAST`, `RECEPTION_DAY_CALLED_OFF`, `RECEPTION_DAY_FULL`, `SLOT_TAKEN`, `VISITOR_BOOKED`, `LEADER_RECUSED`
 */
export async function bookReception(input: BookReceptionInput, context: Context): Promise<Ticket> {
  const { em, tickets, now, options } = context;
  const visitor = readVisitor(input);
  const { institutionId } = context.viewer;
  const visitorIndex = options.keys.blindIndex(visitorKey(visitor, input.petitionId ?? null), institutionId, 'visitor');
  const day = await openDay(input.receptionDayId, context);
  await context.recusals.requireFree([day.leaderId], [input.petitionId ?? null], 'receptionDayId');
  await tickets.lock(visitorIndex, day.id);
  const booked = await tickets.ofDay.load(day.id);
  const slots = await slotsOfDay(day, context);
  const taken = new Set(booked.filter(({ state }) => state !== 'CANCELLED').map((ticket) => slotOf(ticket).from));
  const slot = chooseSlot(slots, taken, input.slot ?? null);
  const span = spanOf(day.date as LocalDate, slot);
  if (await tickets.isElsewhere(visitorIndex, span)) throw new RuleBroken('VISITOR_BOOKED', { field: 'slot' });
  const number = Math.max(0, ...booked.map((ticket) => ticket.number)) + 1;
  const ticket = sealTicket({ input, visitor, day, number, span, visitorIndex, at: now }, context);
  em.persist(ticket);
  tickets.ofDay.clear(day.id);
  const facts = { receptionDayId: day.id, number, kind: input.kind, people: input.people };
  await auditChange(context, { action: 'BOOK_RECEPTION', subjectType: 'ReceptionTicket', subjectId: ticket.id, facts });
  await em.flush();
  await context.announce('hallChanged');
  return ticket;
}

/** The appointments of a half-day, as the institution cuts it. */
export async function slotsOfDay({ halfDay }: ReceptionDay, { receptionSettings }: Context): Promise<Slot[]> {
  const settings = await receptionSettings.current();
  return slotsOf(hoursOf(settings, halfDay), settings.slotMinutes);
}

/** The wall-clock slot of a ticket, whether the database or this process wrote its span. */
export function slotOf({ span }: Pick<Ticket, 'span'>): Slot {
  const [from = '', to = ''] = span.replaceAll(/["[\]()]/g, '').split(',');
  return { from: clockOf(instantOf(from)), to: clockOf(instantOf(to)) };
}

/** PostgreSQL writes `2026-11-25 01:30:00+00`. */
function instantOf(written: string): Date {
  return new Date(written.replace(' ', 'T').replace(/\+(\d\d)$/, '+$1:00'));
}

const inZone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
const clockOf = (at: Date) => inZone.format(at);

interface Visitor {
  readonly name: string;
  readonly phone: string | null;
}

function readVisitor({ name, phone, people }: BookReceptionInput): Visitor {
  if (people < 1 || people > PEOPLE_MAX) throw new Invalid('PEOPLE_INVALID', { field: 'people', most: PEOPLE_MAX });
  if (phone && !PHONE.test(phone)) throw new Invalid('VISITOR_PHONE_INVALID', { field: 'phone' });
  return {
    name: cleanText(name, { field: 'name', min: 1, max: NAME_MAX }),
    phone: phone ? phone.replace(/[ -]/g, '') : null,
  };
}

/** One visitor is one petition, else one telephone, else one name. */
function visitorKey({ name, phone }: Visitor, petitionId: string | null): string {
  if (petitionId !== null && !isId(petitionId)) throw new NotFound('PETITION_NOT_FOUND', { field: 'petitionId' });
  return petitionId ?? phone ?? name;
}

async function openDay(id: string, { receptions, today }: Context): Promise<ReceptionDay> {
  const day = await receptions.get(id);
  if (day.calledOffOn) throw new RuleBroken('RECEPTION_DAY_CALLED_OFF', { field: 'receptionDayId' });
  if (day.date < today) throw new RuleBroken('RECEPTION_DAY_PAST', { field: 'receptionDayId' });
  return day;
}

function spanOf(date: LocalDate, { from, to }: Slot): string {
  return `[${instantAt(date, from).toISOString()},${instantAt(date, to).toISOString()})`;
}

interface NewTicket {
  readonly input: BookReceptionInput;
  readonly visitor: Visitor;
  readonly day: ReceptionDay;
  readonly number: number;
  readonly span: string;
  readonly visitorIndex: Buffer;
  readonly at: Date;
}

function sealTicket({ input, visitor, day, number, span, visitorIndex, at }: NewTicket, context: Context): Ticket {
  const { em, viewer, options } = context;
  const id = newId(at);
  const key = newDataKey();
  const petitionNumber = input.petitionNumber
    ? cleanText(input.petitionNumber, { field: 'petitionNumber', max: NUMBER_MAX })
    : null;
  return em.create(Ticket, {
    id,
    institutionId: viewer.institutionId,
    receptionDayId: day.id,
    number,
    kind: input.kind,
    state: input.kind === 'WALK_IN' ? 'ARRIVED' : 'BOOKED',
    span,
    petitionId: input.petitionId ?? null,
    petitionNumber,
    people: input.people,
    wrappedKey: options.keys.wrap(key, viewer.institutionId, id),
    nameSealed: seal(visitor.name, key, `reception_ticket.name:${id}`),
    phoneSealed: visitor.phone === null ? null : seal(visitor.phone, key, `reception_ticket.phone:${id}`),
    visitorIndex,
    bookedById: viewer.staffId ?? viewer.accountId,
    bookedAt: at,
    changedAt: at,
  });
}
