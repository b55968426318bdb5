import { addDays, daysBetween, type LocalDate } from '@everyletter/kit/time';
import { rollBack, type WorkCalendar } from '@everyletter/kit/workdays';
import { Category, Channel, IdentityKind } from '../src/petition/rules/kinds.ts';
import type { DemoPetition } from './demo-petition.ts';
import { anonymous, petitioner } from './people.ts';
import { Random } from './random.ts';
import { answerDay, replyDay, workdaysBetween } from './replay.ts';
import { aRequest, type Request, requestOf } from './requests.ts';

const SEED = 2026;
const PETITIONS = 420;
/** How far back the present goes: long enough that some answers fall due. Calendar days. */
const REACH_DAYS = 150;

const CHANNELS: readonly (readonly [Channel, number])[] = [
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
  [CARE.ON_TIME, 93],
  [CARE.SLOW, 5],
  [CARE.FORGOTTEN, 2],
];

/** Of the matters replied to in time, how many have no result yet. */
const LONG_HANDLING_SHARE = 0.35;
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

function answersTo(receivedOn: LocalDate, { today, calendar, random }: Setting): Answers {
  const care = random.weighted(CARES);
  const past = (day: LocalDate | null) => (day && day <= today ? day : null);
  const replied = replyDay(receivedOn, calendar, random);
  const result = answerDay(receivedOn, replied, { calendar, random });
  const sameDayDesk = daysBetween(receivedOn, today) > 0 || random.chance(0.4);
  if (care === CARE.FORGOTTEN) return { triagedOn: null, repliedOn: null, answeredOn: null };
  if (care === CARE.SLOW)
    return { triagedOn: past(receivedOn), repliedOn: past(late(replied, calendar)), answeredOn: null };
  return {
    triagedOn: sameDayDesk ? receivedOn : null,
    repliedOn: sameDayDesk ? past(replied) : null,
    answeredOn: random.chance(LONG_HANDLING_SHARE) ? null : past(result),
  };
}

function late(day: LocalDate, calendar: WorkCalendar): LocalDate {
  return rollBack(addDays(day, 10), calendar);
}
