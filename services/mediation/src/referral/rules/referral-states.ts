import { RuleBroken } from '@everyletter/kit/errors';

/** How far a referral has come. Only between CONSENTED and the end does it exist for the partner. */
export const ReferralState = {
  PROPOSED: 'PROPOSED',
  CONSENTED: 'CONSENTED',
  ACCEPTED: 'ACCEPTED',
  AGREED: 'AGREED',
  PERFORMED: 'PERFORMED',
  FAILED: 'FAILED',
  BREACHED: 'BREACHED',
  DECLINED: 'DECLINED',
  EXPIRED: 'EXPIRED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  CANCELLED: 'CANCELLED',
} as const;
export type ReferralState = (typeof ReferralState)[keyof typeof ReferralState];

/** Everything that is done to a referral, or within it. */
export const ReferralCommand = {
  CHANGE_SHARING: 'CHANGE_SHARING',
  RECORD_CONSENT: 'RECORD_CONSENT',
  WITHDRAW_CONSENT: 'WITHDRAW_CONSENT',
  CANCEL: 'CANCEL',
  ACCEPT: 'ACCEPT',
  DECLINE: 'DECLINE',
  EXPIRE: 'EXPIRE',
  MEDIATE: 'MEDIATE',
  REPLACE_MEDIATOR: 'REPLACE_MEDIATOR',
  FAIL: 'FAIL',
  AGREE: 'AGREE',
  FOLLOW_PERFORMANCE: 'FOLLOW_PERFORMANCE',
  COMPLETE: 'COMPLETE',
  BREACH: 'BREACH',
  REFER_AGAIN: 'REFER_AGAIN',
  RECORD_FEEDBACK: 'RECORD_FEEDBACK',
} as const;
export type ReferralCommand = (typeof ReferralCommand)[keyof typeof ReferralCommand];

/**
 * Who acts: the office that proposed it, the partner it was offered to, the mediator of the case, the partner's own
 * administrator, or a job.
 */
export type Actor = 'OFFICE' | 'PARTNER' | 'CASE_MEDIATOR' | 'PARTNER_ADMINISTRATOR' | 'SYSTEM';

interface Rule {
  readonly from: readonly ReferralState[];
  readonly by: readonly Actor[];
}

const OPEN = ['PROPOSED', 'CONSENTED', 'ACCEPTED', 'AGREED'] as const;

/**
 * The machine. A consent may be withdrawn in every open state and ends it there. Source: 人民调解法 3, 17 (voluntary),
 * 23 (a party may refuse or stop at any time), 26 (failed), 31 (the organisation follows performance).
 */
export const RULES: Readonly<Record<ReferralCommand, Rule>> = {
  CHANGE_SHARING: { from: ['PROPOSED'], by: ['OFFICE'] },
  RECORD_CONSENT: { from: ['PROPOSED'], by: ['OFFICE'] },
  WITHDRAW_CONSENT: { from: OPEN, by: ['OFFICE', 'CASE_MEDIATOR'] },
  CANCEL: { from: ['PROPOSED', 'CONSENTED'], by: ['OFFICE'] },
  ACCEPT: { from: ['CONSENTED'], by: ['PARTNER'] },
  DECLINE: { from: ['CONSENTED'], by: ['PARTNER'] },
  EXPIRE: { from: ['CONSENTED'], by: ['SYSTEM'] },
  MEDIATE: { from: ['ACCEPTED'], by: ['CASE_MEDIATOR'] },
  REPLACE_MEDIATOR: { from: ['ACCEPTED', 'AGREED'], by: ['CASE_MEDIATOR', 'PARTNER_ADMINISTRATOR'] },
  FAIL: { from: ['ACCEPTED'], by: ['CASE_MEDIATOR'] },
  AGREE: { from: ['ACCEPTED'], by: ['CASE_MEDIATOR'] },
  FOLLOW_PERFORMANCE: { from: ['AGREED'], by: ['CASE_MEDIATOR'] },
  COMPLETE: { from: ['AGREED'], by: ['CASE_MEDIATOR'] },
  BREACH: { from: ['AGREED'], by: ['CASE_MEDIATOR'] },
  REFER_AGAIN: { from: ['FAILED', 'DECLINED', 'EXPIRED', 'REFUSED', 'WITHDRAWN', 'CANCELLED'], by: ['OFFICE'] },
  RECORD_FEEDBACK: { from: ['PERFORMED', 'FAILED', 'BREACHED', 'WITHDRAWN'], by: ['OFFICE'] },
};

/** @throws RuleBroken `REFERRAL_STATE_FORBIDS`, naming the state */
export function assertCommand(command: ReferralCommand, state: string): void {
  if (!(RULES[command].from as readonly string[]).includes(state))
    throw new RuleBroken('REFERRAL_STATE_FORBIDS', { field: 'referralId', state, command });
}

/** What these actors may do to a referral as it stands, in the order of the machine. */
export function commandsFor(state: string, actors: readonly Actor[]): ReferralCommand[] {
  return Object.values(ReferralCommand).filter((command) => {
    const { from, by } = RULES[command];
    return (from as readonly string[]).includes(state) && by.some((actor) => actors.includes(actor));
  });
}
