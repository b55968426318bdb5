import type { LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { Referral } from './referral.entity.ts';
import { type Waiting, waitingFor } from './rules/waiting.ts';

export async function waitingOf(referral: Referral, { today }: Context): Promise<Waiting> {
  return waitingFor({
    state: referral.state,
    answerDueOn: (referral.answerDueOn ?? null) as LocalDate | null,
    endsOn: (referral.endsOn ?? null) as LocalDate | null,
    today,
  });
}
