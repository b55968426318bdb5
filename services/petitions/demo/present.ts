import { addDays, daysBetween, type LocalDate } from '@everyletter/kit/time';
import { rollBack, type WorkCalendar } from '@everyletter/kit/workdays';
import { Category, Channel, IdentityKind } from '../src/petition/rules/kinds.ts';
import type { DemoPetition } from './demo-petition.ts';
import { anonymous, petitioner } from './people.ts';
import { Random } from './random.ts';
import { answerDay, replyDay, workdaysBetween } from './replay.ts';
import { aRequest, type Request, requestOf } from './requests.ts';

const SEED = 2026;
const PETITIONS = 720;
/** How far back the present goes: most of a year, for the trend. Calendar days. */
const REACH_DAYS = 325;

export const CHANNELS: readonly (readonly [Channel, number])[] = [
  [Channel.ONLINE, 52],
  [Channel.LETTER, 25],
  [Channel.VISIT, 11],
  [Channel.PHONE, 6],
  [Channel.SUPERIOR_ASSIGNED, 3],
  [Channel.TRANSFERRED_IN, 2],
  [Channel.FAX, 1],
];

/** What is done to a petition of the present, so that every tab of the worklist has something in it. */
const CARE = { ON_TIME: 'ON_TIME', SLOW: 'SLOW', FORGOTTEN: 'FORGOTTEN' } as const;
type Care = (typeof CARE)[keyof typeof CARE];
const CARES: readonly (readonly [Care, number])[] = [
  [CARE.ON_TIME, 975],
  [CARE.SLOW, 20],
  [CARE.FORGOTTEN, 5],
];

/** Somebody notices what lay forgotten within this many calendar days. */
const FORGOTTEN_DAYS = 40;
/** Of the matters, how many have no result in three months. */
const LONG_HANDLING_SHARE = 0.02;
const REPORT_BACK_DAYS = 60;

interface Setting {
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly random: Random;
}

/** The desk as it stands on `today`: what came in the last months, most of it replied to, some of it waiting. */
export function presentPetitions(today: LocalDate, calendar: WorkCalendar): DemoPetition[] {
  const random = new Random(SEED);
  const days = workdaysBetween(addDays(today, -REACH_DAYS), today, calendar);
  const arrivals = Array.from({ length: PETITIONS }, () => random.pick(days)).sort();
  const setting = { today, calendar, random };
  return arrivals.map((receivedOn, at) => presentPetition(receivedOn, at > 0, setting));
}

function presentPetition(receivedOn: LocalDate, mayRepeat: boolean, setting: Setting): DemoPetition {
  const { random } = setting;
  const channel = random.weighted(CHANNELS);
  const request = requestFor(channel, random);
  const unsigned = request.category === Category.REPORT && random.chance(0.3);
  const superior = channel === Channel.SUPERIOR_ASSIGNED;
  return {
    channel,
    category: request.category,
    identityKind: unsigned ? IdentityKind.ANONYMOUS : IdentityKind.REAL_NAME,
    subject: request.subject,
    card: unsigned ? anonymous(request.body) : petitioner(random, request.body),
    receivedOn,
    track: null,
    ...answersTo(receivedOn, setting),
    unreachableOn: null,
    superiorFrom: superior ? '北京市人民检察院' : null,
    reportBackDueOn: superior ? addDays(receivedOn, REPORT_BACK_DAYS) : null,
    repeats: mayRepeat && random.chance(0.04),
  };
}

/** Superiors do not assign questions, and suggestions are not made at a counter. */
function requestFor(channel: Channel, random: Random): Request {
  if (channel === Channel.SUPERIOR_ASSIGNED) return requestOf(Category.CRIMINAL_APPEAL, random);
  return channel === Channel.PHONE ? requestOf(Category.LEGAL_CONSULTATION, random) : aRequest(random);
}

type Answers = Pick<DemoPetition, 'triagedOn' | 'repliedOn' | 'answeredOn'>;
const UNTOUCHED: Answers = { triagedOn: null, repliedOn: null, answeredOn: null };

function answersTo(receivedOn: LocalDate, { today, calendar, random }: Setting): Answers {
  const care = random.weighted(CARES);
  const past = (day: LocalDate | null) => (day && day <= today ? day : null);
  const replied = replyDay(receivedOn, calendar, random);
  const result = answerDay(receivedOn, replied, { calendar, random });
  const sameDayDesk = daysBetween(receivedOn, today) > 0 || random.chance(0.4);
  const answeredOn = random.chance(LONG_HANDLING_SHARE) ? null : past(result);
  if (care === CARE.FORGOTTEN && daysBetween(receivedOn, today) < FORGOTTEN_DAYS) return UNTOUCHED;
  if (care === CARE.SLOW) return { triagedOn: past(receivedOn), repliedOn: past(late(replied, calendar)), answeredOn };
  return sameDayDesk ? { triagedOn: receivedOn, repliedOn: past(replied), answeredOn } : UNTOUCHED;
}

function late(day: LocalDate, calendar: WorkCalendar): LocalDate {
  return rollBack(addDays(day, 10), calendar);
}
