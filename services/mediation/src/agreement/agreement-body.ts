import type { ReferralSeal } from '../referral/referral-seal.ts';

/** The words of an agreement: facts, dispute, content; parties and performance stand beside it. */
export interface AgreementBody {
  readonly facts: string;
  readonly dispute: string;
  readonly content: string;
}

export const sealBody = (body: AgreementBody, id: string, seal: ReferralSeal): Buffer =>
  seal.seal(JSON.stringify(body), `agreement.body:${id}`);

export const openBody = (
  { id, bodySealed }: { id: string; bodySealed: Uint8Array },
  seal: ReferralSeal,
): AgreementBody => JSON.parse(seal.open(bodySealed, `agreement.body:${id}`)) as AgreementBody;
