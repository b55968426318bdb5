import type { Role } from '@everyletter/kit/viewer';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import { RoleEnum } from '../viewer/viewer.type.ts';
import { AccountType, InvitationPayload, InviteOutsidePersonInput, InviteStaffInput } from './account.type.ts';
import type { AccountCard } from './account-card.entity.ts';
import { inviteOutsidePerson, inviteStaff } from './invite.ts';
import { AccountState, accountState } from './rules/account-state.ts';

@Resolver(() => AccountType)
export class AccountResolver {
  @Mutation(() => InvitationPayload, { description: 'What they may do is granted apart.' })
  inviteStaff(
    @Arg('input', () => InviteStaffInput) input: InviteStaffInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    return inviteStaff(input, context);
  }

  @Mutation(() => InvitationPayload, { description: 'A lawyer or a mediator; their role comes with it.' })
  inviteOutsidePerson(
    @Arg('input', () => InviteOutsidePersonInput) input: InviteOutsidePersonInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    return inviteOutsidePerson(input, context);
  }

  @FieldResolver(() => AccountState)
  async state(@Root() { id, disabled }: AccountCard, @Ctx() { accounts, now }: Context): Promise<AccountState> {
    return accountState(disabled, await accounts.invitations.load(id), now);
  }

  @FieldResolver(() => [RoleEnum])
  roles(@Root() { id }: AccountCard, @Ctx() { grants }: Context): Promise<Role[]> {
    return grants.rolesOf(id);
  }
}

/** What administrators see of a person's way in. */
@Resolver(() => StaffType)
export class StaffAccountResolver {
  @FieldResolver(() => AccountType, { nullable: true, description: 'Null for somebody who was never invited.' })
  account(@Root() staff: Staff, @Ctx() { accounts }: Context): Promise<AccountCard | null> {
    return accounts.cards.load(staff.grantedAccountId());
  }
}
