import { addDays, addMonths, type LocalDate, parts } from '@everyletter/kit/time';
import { rollForward, type WorkCalendar } from '@everyletter/kit/workdays';
import { Category, Channel, IdentityKind } from '../../src/petition/rules/kinds.ts';
import type { DemoPetition } from '../demo-petition.ts';
import { anonymous, petitioner } from '../people.ts';
import { CHANNELS } from '../present.ts';
import type { Random } from '../random.ts';
import { answerDay, replyDay, workdaysBetween } from '../replay.ts';
import { aRequest } from '../requests.ts';

export interface StorySetting {
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly random: Random;
}

const SHARE = { anonymous: 0.3, repeats: 0.04, unreachable: 0.01, late: 0.02, long: 0.03, forgotten: 0.005 };
/** Of superior orders, calendar days until they are reported back. */
const REPORT_BACK_DAYS = 60;
const UNREACHABLE_AFTER = 20;
/** Calendar days a forgotten petition lies before somebody notices. */
const FORGOTTEN_DAYS = 40;

/** The working days of so many years up to today. */
export function daysOf(years: number, { today, calendar }: Pick<StorySetting, 'today' | 'calendar'>): LocalDate[] {
  return workdaysBetween(addMonths(today, -12 * years), today, calendar);
}

/** One petition and what became of it by today: nearly all in time, some late, a few long; nothing stays forever. */
export function nationStory(receivedOn: LocalDate, mayRepeat: boolean, setting: StorySetting): DemoPetition {
  const { random } = setting;
  const channel = random.weighted(CHANNELS);
  const request = aRequest(random);
  const unsigned = request.category === Category.REPORT && random.chance(SHARE.anonymous);
  const superior = channel === Channel.SUPERIOR_ASSIGNED;
  const unreachable = !unsigned && random.chance(SHARE.unreachable) ? addDays(receivedOn, UNREACHABLE_AFTER) : null;
  return {
    channel,
    category: request.category,
    identityKind: unsigned ? IdentityKind.ANONYMOUS : IdentityKind.REAL_NAME,
    subject: request.subject,
    card: unsigned ? anonymous(request.body) : petitioner(random, request.body),
    receivedOn,
    track: null,
    ...answers(receivedOn, setting),
    unreachableOn: unreachable && unreachable <= setting.today ? unreachable : null,
    superiorFrom: superior ? '上级人民检察院' : null,
    reportBackDueOn: superior ? addDays(receivedOn, REPORT_BACK_DAYS) : null,
    repeats: mayRepeat && !superior && random.chance(SHARE.repeats),
  };
}

function answers(receivedOn: LocalDate, { today, calendar, random }: StorySetting) {
  const past = (day: LocalDate) => (day <= today ? day : null);
  const start = random.chance(SHARE.forgotten)
    ? rollForward(addDays(receivedOn, FORGOTTEN_DAYS), calendar)
    : receivedOn;
  const replied = replyDay(start, calendar, random);
  const sent = random.chance(SHARE.late) ? rollForward(addDays(replied, 10), calendar) : replied;
  const answered = random.chance(SHARE.long)
    ? rollForward(addDays(start, random.between(100, 400)), calendar)
    : answerDay(start, sent, { calendar, random });
  const waits = receivedOn === today && random.chance(0.6);
  return waits
    ? { triagedOn: null, repliedOn: null, answeredOn: null }
    : { triagedOn: past(start), repliedOn: past(sent), answeredOn: past(answered) };
}

/** How many of `count` petitions an institution receives on one of its days: as evenly as whole petitions allow. */
export function arrivalsOn(day: number, days: number, count: number, phase: number): number {
  const until = (nth: number) => Math.floor((count * nth) / days + phase);
  return until(day + 1) - until(day);
}

export const yearOf = (day: LocalDate): number => parts(day).year;
