import { addDays, type LocalDate } from '@everyletter/kit/time';
import { rollBack, type WorkCalendar } from '@everyletter/kit/workdays';
import { Category, Channel, IdentityKind } from '../src/petition/rules/kinds.ts';
import type { DemoPetition } from './demo-petition.ts';
import { anonymous, petitioner } from './people.ts';
import { Random } from './random.ts';
import { requestOf } from './requests.ts';

const SEED = 512;
const REPORT_BACK_DAYS = 30;

/** What the triage desk finds in the morning: something on every lane, some of it from days before. */
const ARRIVALS: readonly (readonly [workdaysAgo: number, Channel, Category])[] = [
  [4, Channel.LETTER, Category.CIVIL_SUPERVISION],
  [3, Channel.ONLINE, Category.OTHER],
  [2, Channel.SUPERIOR_ASSIGNED, Category.CRIMINAL_APPEAL],
  [1, Channel.LETTER, Category.OTHER],
  [1, Channel.LETTER, Category.STATE_COMPENSATION],
  [0, Channel.VISIT, Category.LEGAL_CONSULTATION],
  [0, Channel.PHONE, Category.SUGGESTION],
  [0, Channel.FAX, Category.ACCUSATION],
  [0, Channel.LETTER, Category.CRIMINAL_APPEAL],
  [0, Channel.ONLINE, Category.REPORT],
];

export function waitingPetitions(today: LocalDate, calendar: WorkCalendar): DemoPetition[] {
  const random = new Random(SEED);
  return ARRIVALS.map(([workdaysAgo, channel, category]) => {
    const { subject, body } = requestOf(category, random);
    const unsigned = category === Category.REPORT;
    const superior = channel === Channel.SUPERIOR_ASSIGNED;
    const receivedOn = workdayBefore(today, workdaysAgo, calendar);
    return {
      channel,
      category,
      identityKind: unsigned ? IdentityKind.ANONYMOUS : IdentityKind.REAL_NAME,
      subject,
      card: unsigned ? anonymous(body) : petitioner(random, body),
      receivedOn,
      track: null,
      triagedOn: null,
      repliedOn: null,
      answeredOn: null,
      unreachableOn: null,
      superiorFrom: superior ? '北京市人民检察院' : null,
      reportBackDueOn: superior ? addDays(receivedOn, REPORT_BACK_DAYS) : null,
      repeats: false,
    };
  });
}

function workdayBefore(today: LocalDate, workdays: number, calendar: WorkCalendar): LocalDate {
  let day = rollBack(today, calendar);
  for (let left = workdays; left > 0; left -= 1) day = rollBack(addDays(day, -1), calendar);
  return day;
}
