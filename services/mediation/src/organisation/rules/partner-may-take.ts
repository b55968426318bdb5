import { RuleBroken } from '@everyletter/kit/errors';

/** What decides whether something may be offered to a partner. */
export interface PartnerTerms {
  readonly active: boolean;
  readonly agreementFrom?: string | null;
  readonly agreementUntil?: string | null;
  /** Cases open at once; null is without limit. */
  readonly openLimit?: number | null;
}

/**
 * An active partner, within the days of its agreement with the office (both included), that has room.
 * @throws RuleBroken `ORGANISATION_INACTIVE`, `ORGANISATION_AGREEMENT_NOT_IN_FORCE`, `ORGANISATION_FULL`
 */
export function partnerMayTake(
  { active, agreementFrom, agreementUntil, openLimit }: PartnerTerms,
  open: number,
  today: string,
): void {
  const field = 'organisationId';
  if (!active) throw new RuleBroken('ORGANISATION_INACTIVE', { field });
  const begun = !agreementFrom || agreementFrom <= today;
  const over = agreementUntil ? agreementUntil < today : false;
  if (!begun || over)
    throw new RuleBroken('ORGANISATION_AGREEMENT_NOT_IN_FORCE', {
      field,
      from: agreementFrom ?? null,
      until: agreementUntil ?? null,
    });
  if (openLimit != null && open >= openLimit) throw new RuleBroken('ORGANISATION_FULL', { field, limit: openLimit });
}
