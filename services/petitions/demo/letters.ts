import { createHash } from 'node:crypto';
import { newId } from '@everyletter/kit/id';
import { type LocalDate, parts } from '@everyletter/kit/time';
import { foldClock } from '../src/clock/rules/clock.ts';
import { sealNote } from '../src/petitioner/sealed-note.ts';
import { letterNumber } from '../src/reply/rules/letter-number.ts';
import { type FieldValues, letterBody, startingValues } from '../src/reply/rules/letter-text.ts';
import { standingTemplate } from '../src/reply/rules/reply-templates.ts';
import type { DemoPetition } from './demo-petition.ts';
import type { Row } from './insert-rows.ts';
import { moment } from './moment.ts';
import type { DemoRecord, DemoSetting } from './records.ts';

/** What the author of a result writes; the same for every petition of the demo. */
const FOUND: FieldValues = {
  facts: '经调阅案卷材料、听取有关人员意见，您反映的情况已经查清',
  reasons: '原处理认定事实清楚，适用法律正确',
  basis: '《人民检察院刑事诉讼规则》第一百六十三条',
  result: '对您的请求不予支持，并已向您释明理由',
  remedies: '可以自收到本函之日起向上一级人民检察院申诉',
};

interface Plan {
  readonly kind: 'PROCEDURAL' | 'RESULT';
  readonly templateId: string;
  readonly on: LocalDate;
  readonly values: FieldValues;
}

/** The letters of one petition that were sent: numbered, signed by the head of the department, posted the same day. */
export async function lettersOf(
  story: DemoPetition,
  record: DemoRecord,
  nextNumber: (year: number) => Promise<number>,
  setting: DemoSetting,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const plan of plansOf(story)) {
    rows.push(letterRow(plan, story, record, { setting, sequence: await nextNumber(parts(plan.on).year) }));
  }
  return rows;
}

function plansOf({ triagedOn, repliedOn, answeredOn }: DemoPetition): Plan[] {
  if (!triagedOn) return [];
  const plans: (Plan | null)[] = [
    repliedOn && { kind: 'PROCEDURAL', templateId: 'procedural-accepted', on: repliedOn, values: {} },
    answeredOn && { kind: 'RESULT', templateId: 'result', on: answeredOn, values: FOUND },
  ];
  return plans.filter((plan) => plan !== null);
}

function letterRow(
  { kind, templateId, on, values: written }: Plan,
  story: DemoPetition,
  { petition }: DemoRecord,
  { setting, sequence }: { readonly setting: DemoSetting; readonly sequence: number },
): Row {
  const { office, departments, clerkIds, keys, today } = setting;
  const department = departments.find(({ id }) => id === petition.handlingDepartmentId) ?? departments[0];
  const signer = kind === 'PROCEDURAL' ? departments[0] : department;
  const facts = factsOf(story, String(petition.number), setting);
  const template = standingTemplate(templateId);
  const values = { ...startingValues(template, facts), ...written, handlingDepartment: department?.name ?? '' };
  const at = moment(on, kind === 'PROCEDURAL' ? 16 : 17, today);
  const id = newId(at);
  const holder = { id: petition.id, institutionId: office.institutionId, wrappedKey: petition.wrappedKey as Buffer };
  const author = kind === 'PROCEDURAL' ? clerkIds[0] : (petition.handlerId ?? clerkIds[0]);
  const number = letterNumber(office.numberPrefix, parts(on).year, sequence);
  return {
    id,
    institutionId: office.institutionId,
    petitionId: petition.id,
    kind,
    templateId,
    state: 'DISPATCHED',
    authorId: author,
    fieldsSealed: sealNote(JSON.stringify(values), `reply.fields:${id}`, holder, keys),
    bodySealed: sealNote(letterBody(template, values, facts, story), `reply.body:${id}`, holder, keys),
    approvedById: signer?.headId,
    approvedOn: on,
    letterNumber: number,
    verificationCode: codeOf(number),
    dispatchedOn: on,
    dispatchedById: author,
    means: story.channel === 'ONLINE' ? 'WEB' : 'LETTER',
    createdAt: at.toISOString(),
    changedAt: at.toISOString(),
    changedById: author,
    version: 5,
  };
}

/** The petitioner, to whom each of them went. */
export function recipientOf({ id, institutionId, petitionId, means, dispatchedOn, changedAt }: Row): Row {
  const common = { institutionId, petitionId, replyId: id, kind: 'PETITIONER', sendings: 1, means };
  return {
    id: newId(new Date(String(changedAt))),
    ...common,
    state: 'SENT',
    sentOn: dispatchedOn,
  };
}

function factsOf({ receivedOn, subject }: DemoPetition, number: string, { office, terms }: DemoSetting) {
  const { dueOn } = foldClock('SUBSTANTIVE', [{ type: 'STARTED', on: receivedOn }], terms);
  return {
    office: office.name,
    officePhone: office.phone,
    officeAddress: office.address,
    number,
    receivedOn,
    subject,
    transferredTo: '',
    answerDueOn: dueOn ?? '',
    nextAnswerOn: dueOn ?? '',
  };
}

/** Real codes are drawn by chance; those of the demo are the same each time. */
function codeOf(number: string): string {
  const digits = createHash('sha256').update(`everyletter-demo/${number}`).digest().readBigUInt64BE() % 10n ** 12n;
  return String(digits)
    .padStart(12, '0')
    .replaceAll(/(\d{4})(?=\d)/g, '$1-');
}
