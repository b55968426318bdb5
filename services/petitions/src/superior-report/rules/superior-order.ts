import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { MatterState } from '../../petition/rules/states.ts';
import { isAnswered } from '../../petition/rules/triage.ts';

/** 阶段报告 · 办结报告. */
export const SuperiorReportKind = { INTERIM: 'INTERIM', CONCLUSION: 'CONCLUSION' } as const;
export type SuperiorReportKind = (typeof SuperiorReportKind)[keyof typeof SuperiorReportKind];

/** An order as it is written down. */
export interface OrderTerms {
  readonly from: string;
  readonly number: string | null;
  readonly reportBackDueOn: LocalDate | null;
}

/** @throws RuleBroken `ORDER_ALREADY_CONCLUDED`; Invalid `REPORT_DUE_BEFORE_RECEIPT` */
export function checkOrder({ reportBackDueOn }: OrderTerms, receivedOn: LocalDate, reportedOn: LocalDate | null): void {
  if (reportedOn) throw new RuleBroken('ORDER_ALREADY_CONCLUDED', { field: 'petitionId', reportedOn });
  if (reportBackDueOn && reportBackDueOn < receivedOn) {
    throw new Invalid('REPORT_DUE_BEFORE_RECEIPT', { field: 'reportBackDueOn', receivedOn });
  }
}

/** How the order stands before a report. */
export interface OrderStanding {
  readonly ordered: boolean;
  readonly reportedOn: LocalDate | null;
  readonly receivedOn: LocalDate;
  readonly matterState: MatterState;
}

/**
 * An order is concluded when the petitioner has been answered: a report upwards is no answer to the one who asked.
 * Interim reports may be made as often as they are asked for, until then.
 * @throws RuleBroken `PETITION_NOT_ORDERED`, `ORDER_ALREADY_CONCLUDED`, `CONCLUSION_BEFORE_ANSWER`
 * @throws Invalid `REPORT_IN_FUTURE`, `REPORT_BEFORE_RECEIPT`
 */
export function checkReport(kind: SuperiorReportKind, on: LocalDate, standing: OrderStanding, today: LocalDate): void {
  const { ordered, reportedOn, receivedOn, matterState } = standing;
  if (!ordered) throw new RuleBroken('PETITION_NOT_ORDERED', { field: 'petitionId' });
  if (reportedOn) throw new RuleBroken('ORDER_ALREADY_CONCLUDED', { field: 'petitionId', reportedOn });
  if (on > today) throw new Invalid('REPORT_IN_FUTURE', { field: 'reportedOn', today });
  if (on < receivedOn) throw new Invalid('REPORT_BEFORE_RECEIPT', { field: 'reportedOn', receivedOn });
  if (kind === 'CONCLUSION' && !isAnswered(matterState)) {
    throw new RuleBroken('CONCLUSION_BEFORE_ANSWER', { field: 'kind' });
  }
}
