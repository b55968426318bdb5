import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { addWorkdays, type WorkCalendar } from '@everyletter/kit/workdays';
import { readIdNumber } from '../../ledger-import/rules/id-number.ts';
import { readName } from '../../ledger-import/rules/petitioner-name.ts';
import { readPhone } from '../../ledger-import/rules/phone-number.ts';
import { levelOf, type Remark, type RemarkLevel, remarkWords } from '../../ledger-import/rules/remark.ts';
import { LAWFUL_REPRESENTATIVES } from '../../ledger-import/rules/representatives.ts';
import { type Category, Channel, IdentityKind } from '../../petition/rules/kinds.ts';
import type { IntakeTerms } from '../../policy-pack/rules/policy-pack.ts';

/** What stands in the form, already clean text; blank is null. */
export interface RegistrationForm {
  readonly channel: Channel;
  readonly category: Category;
  readonly identityKind: IdentityKind;
  readonly subject: string;
  readonly body: string | null;
  readonly receivedOn: LocalDate;
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  /** How many people stand behind it; at least 1. */
  readonly peopleCount: number;
  readonly representatives: readonly string[];
  readonly superiorFrom: string | null;
  readonly reportBackDueOn: LocalDate | null;
}

/** The form as a petition keeps it. */
export interface ReadForm extends RegistrationForm {
  readonly idNumberSound: boolean;
  readonly phoneDigits: string | null;
}

/** One thing to be said about one field while it is filled in. */
export interface FormRemark {
  readonly field: string;
  readonly level: RemarkLevel;
  readonly words: { readonly zh: string; readonly en: string };
}

/** People in one petition; a group visit of a whole village. */
const MAX_PEOPLE = 99_999;
/** Those that come with an order or a covering letter of somebody. */
const SENT_BY_SOMEBODY: ReadonlySet<Channel> = new Set([Channel.SUPERIOR_ASSIGNED, Channel.TRANSFERRED_IN]);

/** The same readers as the ledger's: a number or a name is tidied alike however it came in. */
export function readForm(form: RegistrationForm, today: LocalDate) {
  const name = readName(form.name ?? '');
  const idNumber = readIdNumber(form.idNumber ?? '', today);
  const phone = readPhone(form.phone ?? '');
  const values: ReadForm = {
    ...form,
    name: form.identityKind === IdentityKind.ANONYMOUS ? null : name.value,
    idNumber: idNumber.value,
    idNumberSound: idNumber.sound,
    phone: phone.value,
    phoneDigits: phone.digits,
  };
  const remarks = [...name.remarks, ...idNumber.remarks, ...phone.remarks].map(asFormRemark);
  return { values, remarks };
}

function asFormRemark(remark: Remark): FormRemark {
  return { field: String(remark.column), level: levelOf(remark), words: remarkWords(remark) };
}

/**
 * Whether it may be registered. A wrong ID number or phone is no reason to refuse: the letter came all the same.
 * Source: 信访工作条例 20 (at most five represent the others).
 * @throws Invalid or RuleBroken naming the field
 */
export function checkForm(form: ReadForm, today: LocalDate, { maxRepresentatives }: IntakeTerms): void {
  if (form.receivedOn > today) throw new RuleBroken('RECEIVED_IN_FUTURE', { field: 'receivedOn', today });
  checkIdentity(form);
  checkPeople(form, Math.min(maxRepresentatives, LAWFUL_REPRESENTATIVES));
  checkSuperior(form);
}

function checkIdentity({ identityKind, name }: ReadForm): void {
  if (identityKind !== IdentityKind.ANONYMOUS && name === null) {
    throw new RuleBroken('PETITIONER_NAME_NEEDED', { field: 'name', identityKind });
  }
}

function checkPeople({ peopleCount, representatives }: ReadForm, max: number): void {
  if (!Number.isInteger(peopleCount) || peopleCount < 1 || peopleCount > MAX_PEOPLE) {
    throw new Invalid('PEOPLE_COUNT_INVALID', { field: 'peopleCount', min: 1, max: MAX_PEOPLE });
  }
  const named = representatives.length;
  if (named > max) throw new RuleBroken('REPRESENTATIVES_TOO_MANY', { field: 'representatives', named, max });
  if (peopleCount > 1 && named === 0) {
    throw new RuleBroken('REPRESENTATIVES_NEEDED', { field: 'representatives', max });
  }
  if (named > peopleCount) {
    throw new RuleBroken('REPRESENTATIVES_MORE_THAN_PEOPLE', { field: 'representatives', named, peopleCount });
  }
  if (new Set(representatives).size < named) {
    throw new RuleBroken('REPRESENTATIVES_REPEATED', { field: 'representatives' });
  }
}

function checkSuperior({ channel, superiorFrom, reportBackDueOn, receivedOn }: ReadForm): void {
  if (SENT_BY_SOMEBODY.has(channel) && superiorFrom === null) {
    throw new RuleBroken('SENDING_ORGAN_NEEDED', { field: 'superiorFrom' });
  }
  if (reportBackDueOn !== null && superiorFrom === null) {
    throw new RuleBroken('SENDING_ORGAN_NEEDED', { field: 'superiorFrom' });
  }
  if (reportBackDueOn !== null && reportBackDueOn < receivedOn) {
    throw new RuleBroken('REPORT_BACK_BEFORE_RECEIPT', { field: 'reportBackDueOn', receivedOn });
  }
}

/** Received earlier than a registration on `today` should still be about. The day of receipt is not counted. */
export function isRegisteredLate(
  receivedOn: LocalDate,
  today: LocalDate,
  { intake, calendar }: { readonly intake: IntakeTerms; readonly calendar: WorkCalendar },
): boolean {
  return today > addWorkdays(receivedOn, intake.registrationLagWorkdays, calendar);
}
