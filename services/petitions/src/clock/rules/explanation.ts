import { type LocalDate, parts } from '@everyletter/kit/time';
import type { Period } from '../../policy-pack/rules/policy-pack.ts';
import type { Step } from './due-date.ts';

/** The same sentence in both languages. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

/** Puts one step of the counting into words a petitioner can follow. */
export function explain(step: Step): Phrase {
  switch (step.code) {
    case 'STARTS':
      return {
        zh: `${zhDay(step.receivedOn)}收到，次日（${zhDay(step.firstDay)}）起算`,
        en: `Received on ${step.receivedOn}; counting starts the next day, ${step.firstDay}`,
      };
    case 'ENDS':
      return { zh: `${zhEnd(step.period)}${zhDay(step.on)}`, en: `${enEnd(step.period)} ${step.on}` };
    case 'EXTENDED':
      return {
        zh: `经批准延长${step.months}个月，期限共${step.total}个月`,
        en: `Extended with approval by ${months(step.months)}, ${months(step.total)} altogether`,
      };
    case 'SAME_DAY':
      return { zh: `${zhDay(step.on)}告急，当日办理`, en: `Urgent on ${step.on}: to be handled the same day` };
    case 'REOPENED':
      return {
        zh: `${zhDay(step.on)}邮件退回，视为未送达，期限继续计算`,
        en: `It came back on ${step.on}: the clock runs on as if it had not been sent`,
      };
    case 'RECOUNTED':
      return recounted(step);
    case 'ENDS_ON_EXTRA_WORKDAY':
      return {
        zh: `${zhDay(step.on)}为调休上班日，不顺延`,
        en: `${step.on} is a make-up working day, so it does not roll forward`,
      };
    case 'ROLLS':
      return {
        zh: `${zhDay(step.from)}为休息日，顺延至${zhDay(step.to)}`,
        en: `${step.from} is a day off, so it rolls forward to ${step.to}`,
      };
    case 'TARGET':
      return {
        zh: `宜于${zhDay(step.on)}前（含当日）完成，为此前最后一个工作日`,
        en: `Better done by ${step.on}, the last working day before`,
      };
    case 'FOLLOWS':
      return {
        zh: `自${zhDay(step.anchorOn)}起每月答复一次，本次为${zhDay(step.on)}`,
        en: `Answered every month from ${step.anchorOn} on; this time by ${step.on}`,
      };
    case 'ORDERED':
      return { zh: `上级机关要求于${zhDay(step.on)}前报告`, en: `The organ above wants the report by ${step.on}` };
    case 'PROVISIONAL':
      return {
        zh: `${step.year}年放假安排尚未公布，此日期为暂定，公布后重新计算`,
        en: `The days off of ${step.year} are not published yet: this date is provisional and will be counted again`,
      };
  }
}

function recounted({
  recountedOn,
  from,
  to,
  policyVersion,
  calendarVersion,
}: Extract<Step, { code: 'RECOUNTED' }>): Phrase {
  const terms = {
    zh: `期限规则${policyVersion}、工作日历第${calendarVersion}版`,
    en: `rules ${policyVersion} and calendar ${calendarVersion}`,
  };
  const moved = from !== to;
  return {
    zh: `${zhDay(recountedOn)}按${terms.zh}重新计算，${moved ? `由${zhDay(from)}改为${zhDay(to)}` : '日期不变'}`,
    en: `Counted again on ${recountedOn} by ${terms.en}: ${moved ? `${from} became ${to}` : 'the day stays'}`,
  };
}

function months(count: number): string {
  return `${count} month${count === 1 ? '' : 's'}`;
}

/** With the year, since a period may cross it. */
function zhDay(date: LocalDate): string {
  const { year, month, day } = parts(date);
  return `${year}年${month}月${day}日`;
}

function zhEnd({ amount, unit }: Period): string {
  if (unit === 'MONTH') return `满${amount}个月为`;
  return unit === 'WORKDAY' ? `第${amount}个工作日为` : `第${amount}日为`;
}

function enEnd({ amount, unit }: Period): string {
  if (unit === 'MONTH') return `${amount} month${amount === 1 ? '' : 's'} end on`;
  return unit === 'WORKDAY' ? `Working day ${amount} is` : `Day ${amount} is`;
}
