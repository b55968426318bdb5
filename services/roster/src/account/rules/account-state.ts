export const AccountState = {
  INVITED: 'INVITED',
  INVITATION_EXPIRED: 'INVITATION_EXPIRED',
  ACTIVE: 'ACTIVE',
  DISABLED: 'DISABLED',
} as const;
export type AccountState = (typeof AccountState)[keyof typeof AccountState];

/** What of an invitation tells how far an account is. */
export interface InvitationStanding {
  readonly expiresAt: Date;
  readonly redeemedAt?: Date | null;
  readonly withdrawnAt?: Date | null;
}

/** An account nobody was invited to was made with the office, and is in use. */
export function accountState(disabled: boolean, invitations: readonly InvitationStanding[], now: Date): AccountState {
  if (disabled) return 'DISABLED';
  if (invitations.length === 0 || invitations.some(({ redeemedAt }) => redeemedAt)) return 'ACTIVE';
  const isOpen = invitations.some(({ expiresAt, withdrawnAt }) => !withdrawnAt && expiresAt > now);
  return isOpen ? 'INVITED' : 'INVITATION_EXPIRED';
}
