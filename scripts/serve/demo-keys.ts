import { ApiKeys, type NewKey } from '@everyletter/gateway/keys/api-keys';
import { REPORT_SCOPES } from '@everyletter/gateway/keys/key-scopes';
import { DEMO_ACCOUNTS } from '@everyletter/roster/demo/accounts';
import { HOME } from '@everyletter/roster/demo/people';
import type { Pool } from 'pg';

const DAY_MS = 86_400_000;

/**
 * The reporter's keys: one that was rotated and its successor, one that was revoked, and the one that `npm start` tells,
 * made last, so that a first start that was cut short makes it the next time. Answers it when it was made now.
 */
export async function plantKeys(pool: Pool): Promise<string | null> {
  const reporter = DEMO_ACCOUNTS.find(({ role }) => role === 'REPORTER');
  if (!reporter) return null;
  const owner = { accountId: reporter.id, institutionId: HOME };
  const keys = new ApiKeys(pool);
  const known = new Set((await keys.list(owner.institutionId, owner.accountId)).map(({ name }) => name));
  if (known.has('demo')) return null;
  const make = (key: Omit<NewKey, 'accountId' | 'institutionId'>, daysAgo: number) =>
    keys.create({ ...key, ...owner }, { ...owner, now: new Date(Date.now() - daysAgo * DAY_MS) });

  if (!known.has('月报脚本')) {
    const wanted = { name: '月报脚本', scopes: ['PETITIONS', 'MEDIATION'], perHour: 120, days: 180 } as const;
    const { id } = await make(wanted, 120);
    await keys.rotate(id, { overlapDays: 30, days: 180 }, { ...owner, now: new Date(Date.now() - 10 * DAY_MS) });
  }
  if (!known.has('旧数据平台')) {
    const wanted = { name: '旧数据平台', scopes: ['COVERAGE'], perHour: 60, days: 365 } as const;
    const { id } = await make(wanted, 200);
    await keys.revoke(id, { ...owner, now: new Date(Date.now() - 40 * DAY_MS) }, true);
  }
  return (await make({ name: 'demo', scopes: REPORT_SCOPES, perHour: 3600, days: 365 }, 0)).secret;
}
