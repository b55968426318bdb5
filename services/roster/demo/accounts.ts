import type { Role } from '@everyletter/kit/viewer';
import { accountId, demoId, staffId } from './ids.ts';

/** Everybody's password in the demonstration. */
export const DEMO_PASSWORD = 'demo-1234-demo';

/** Outside people, known in their own subgraphs. */
export const DEMO_LAWYER = demoId(6, 1);
export const DEMO_MEDIATOR = demoId(7, 1);
export const DEMO_PARTNER = demoId(8, 1);
/** Administers the partner. */
export const DEMO_SECOND_MEDIATOR = demoId(7, 2);

export interface DemoAccount {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly staffId: string | null;
}

const account = (
  number: number,
  mailbox: string,
  [displayName, role]: readonly [string, Role],
  staff: number | null = null,
): DemoAccount => ({
  id: accountId(number),
  email: `${mailbox}@demo.example`,
  displayName,
  role,
  staffId: staff === null ? null : staffId(staff),
});

/** One account for each of the twelve roles, a second handler for visits that take two, and a partner’s administrator. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account(1, 'clerk', ['林静', 'CLERK'], 11),
  account(2, 'handler', ['周正', 'HANDLER'], 12),
  account(3, 'handler2', ['陈思源', 'HANDLER'], 13),
  account(4, 'head', ['罗文心', 'DEPARTMENT_HEAD'], 14),
  account(5, 'leader', ['沈若兰', 'LEADER'], 2),
  account(6, 'rota', ['宋知白', 'ROTA_ADMINISTRATOR'], 61),
  account(7, 'stations', ['董以宁', 'STATION_ADMINISTRATOR'], 62),
  account(8, 'lawyer', ['欧阳平', 'DUTY_LAWYER']),
  account(9, 'mediator', ['方和', 'MEDIATOR']),
  account(10, 'reporter', ['统计员', 'REPORTER']),
  account(11, 'auditor', ['魏自清', 'AUDITOR'], 65),
  account(12, 'system', ['蒋明澈', 'SYSTEM_ADMINISTRATOR'], 63),
  account(13, 'security', ['丁守成', 'SECURITY_ADMINISTRATOR'], 64),
  account(14, 'mediator2', ['和敬之', 'MEDIATOR']),
];
