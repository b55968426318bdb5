import { NotFound } from '@everyletter/kit/errors';
import type { FileResponse } from '@everyletter/kit/service';
import { type LocalDate, parts } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';

export const SIDES = { PETITIONER: '甲方', OTHER_SIDE: '乙方' } as const;

export const zhDay = (day: string) => {
  const { year, month, day: of } = parts(day as LocalDate);
  return `${year}年${month}月${of}日`;
};

/** @throws NotFound `REFERRAL_NOT_FOUND` */
export async function referralOf(id: string, { referrals }: Context): Promise<Referral> {
  const referral = await referrals.find(id);
  if (!referral) throw new NotFound('REFERRAL_NOT_FOUND', { field: 'id' });
  return referral;
}

/** Names stand in it: each reading is audited. */
export function read(action: string, { id }: Referral, { auditRead }: Context): Promise<string> {
  return auditRead({ action, subjectType: 'Referral', subjectId: id, facts: {} });
}

export function pdf(body: Buffer, name: string): FileResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="paper.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}
