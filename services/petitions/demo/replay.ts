import { addDays, type LocalDate, localDate, parts, weekday } from '@everyletter/kit/time';
import { isWorkday, rollBack, type WorkCalendar } from '@everyletter/kit/workdays';
import { Channel, IdentityKind } from '../src/petition/rules/kinds.ts';
import type { DemoPetition } from './demo-petition.ts';
import { petitioner } from './people.ts';
import { Random } from './random.ts';
import { aRequest } from './requests.ts';

/** What the reception of the seed story reported for these years. Source: the newspaper account of February 2022. */
export const REPLAY = {
  from: localDate('2016-01-01'),
  to: localDate('2022-12-31'),
  letters: 6645,
  online: 44_775,
} as const;

const SEED = 20_160_101;
/** Letters grow fewer and online petitions more, by this share of the first year's a year. */
const YEARLY_GROWTH = { LETTER: -0.04, ONLINE: 0.12 } as const;
/** How many working days a procedural reply takes, and how often. */
const REPLY_DELAYS = [
  [0, 15],
  [1, 30],
  [2, 25],
  [3, 15],
  [4, 10],
  [5, 5],
] as const;
/** Calendar days to the result; under the shortest three months there are. */
const ANSWER_DAYS = { from: 12, to: 88 } as const;

interface Arrival {
  readonly channel: 'LETTER' | 'ONLINE';
  readonly receivedOn: LocalDate;
}

/** All arrivals of the replay by year, in the order of the days; the same ones on every call. */
export function replayArrivals(calendar: WorkCalendar): ReadonlyMap<number, readonly Arrival[]> {
  const random = new Random(SEED);
  const days = workdaysBetween(REPLAY.from, REPLAY.to, calendar);
  const arrivals = [
    ...draw(Channel.LETTER, REPLAY.letters, days, random),
    ...draw(Channel.ONLINE, REPLAY.online, days, random),
  ].sort((one, other) => (one.receivedOn < other.receivedOn ? -1 : Number(one.receivedOn > other.receivedOn)));
  return Map.groupBy(arrivals, ({ receivedOn }) => parts(receivedOn).year);
}

/** One year's petitions: each replied to within seven days and answered within three months, on working days. */
export function* replayYear(
  year: number,
  arrivals: readonly Arrival[],
  calendar: WorkCalendar,
): Generator<DemoPetition> {
  const random = new Random(SEED + year);
  for (const { channel, receivedOn } of arrivals) {
    const { category, subject, body } = aRequest(random);
    const repliedOn = replyDay(receivedOn, calendar, random);
    yield {
      channel,
      category,
      identityKind: IdentityKind.REAL_NAME,
      subject,
      card: petitioner(random, body),
      receivedOn,
      triagedOn: receivedOn,
      track: null,
      repliedOn,
      answeredOn: answerDay(receivedOn, repliedOn, { calendar, random }),
      unreachableOn: null,
      superiorFrom: null,
      reportBackDueOn: null,
      repeats: false,
    };
  }
}

/** A working day within seven calendar days of receipt, most often an early one. */
export function replyDay(receivedOn: LocalDate, calendar: WorkCalendar, random: Random): LocalDate {
  const candidates = workdaysBetween(receivedOn, addDays(receivedOn, 7), calendar);
  const nth = random.weighted(REPLY_DELAYS);
  return candidates[Math.min(nth, candidates.length - 1)] ?? receivedOn;
}

/** A working day not before the reply and within three months of receipt. */
export function answerDay(
  receivedOn: LocalDate,
  repliedOn: LocalDate,
  { calendar, random }: { readonly calendar: WorkCalendar; readonly random: Random },
): LocalDate {
  const day = rollBack(addDays(receivedOn, random.between(ANSWER_DAYS.from, ANSWER_DAYS.to)), calendar);
  return day > repliedOn ? day : repliedOn;
}

export function workdaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(day, calendar)) days.push(day);
  return days;
}

/** `count` arrivals over these days: Mondays are full, and years grow or shrink by channel. */
function draw(channel: Arrival['channel'], count: number, days: readonly LocalDate[], random: Random): Arrival[] {
  const weights = days.map((day) => {
    const year = 1 + YEARLY_GROWTH[channel] * (parts(day).year - parts(REPLAY.from).year);
    return year * (weekday(day) === 1 ? 1.4 : 1) * (0.7 + 0.6 * random.next());
  });
  let sum = 0;
  const reach = weights.map((weight) => (sum += weight));
  return Array.from({ length: count }, () => ({
    channel,
    receivedOn: days[firstAbove(reach, random.next() * sum)] as LocalDate,
  }));
}

/** Index of the first value above `limit` in an ascending list. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
