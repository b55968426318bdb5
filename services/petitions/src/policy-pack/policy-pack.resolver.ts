import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { pageOf, type ShownEffect } from '../recount/clock-effect.resolver.ts';
import { ClockEffectType } from '../recount/clock-effect.type.ts';
import { recountEffect, underPack } from '../recount/recount-effect.ts';
import { StaffRef } from '../refs/staff.ts';
import { approvePolicyPack, discardPolicyPack, draftPolicyPack, editPolicyPack } from './change-policy-pack.ts';
import type { PolicyPackRecord } from './policy-pack.entity.ts';
import { canApprovePack, canEditPack } from './policy-pack.policy.ts';
import {
  DraftPolicyPackInput,
  EditPolicyPackInput,
  PolicyNumberType,
  PolicyPackPayload,
  PolicyPackStepInput,
  PolicyPackType,
} from './policy-pack.type.ts';
import { policyNumbers } from './rules/policy-numbers.ts';

@Resolver(() => PolicyPackType)
export class PolicyPackResolver {
  @Query(() => [PolicyPackType], { description: 'The newest day first; at most 100.' })
  policyPacks(@Ctx() { policyPacks }: Context): Promise<PolicyPackRecord[]> {
    return policyPacks.all();
  }

  @Query(() => PolicyPackType, { nullable: true })
  policyPack(
    @Arg('version', () => ID) version: string,
    @Ctx() { policyPacks }: Context,
  ): Promise<PolicyPackRecord | null> {
    return policyPacks.find(version);
  }

  @Mutation(() => PolicyPackPayload)
  async draftPolicyPack(
    @Arg('input', () => DraftPolicyPackInput) input: DraftPolicyPackInput,
    @Ctx() context: Context,
  ): Promise<PolicyPackPayload> {
    return { policyPack: await draftPolicyPack(input, context) };
  }

  @Mutation(() => PolicyPackPayload)
  async editPolicyPack(
    @Arg('input', () => EditPolicyPackInput) input: EditPolicyPackInput,
    @Ctx() context: Context,
  ): Promise<PolicyPackPayload> {
    return { policyPack: await editPolicyPack(input, context) };
  }

  @Mutation(() => PolicyPackPayload, { description: 'By an administrator who did not write in it.' })
  async approvePolicyPack(
    @Arg('input', () => PolicyPackStepInput) input: PolicyPackStepInput,
    @Ctx() context: Context,
  ): Promise<PolicyPackPayload> {
    return { policyPack: await approvePolicyPack(input, context) };
  }

  @Mutation(() => PolicyPackPayload)
  async discardPolicyPack(
    @Arg('input', () => PolicyPackStepInput) input: PolicyPackStepInput,
    @Ctx() context: Context,
  ): Promise<PolicyPackPayload> {
    return { policyPack: await discardPolicyPack(input, context) };
  }

  @FieldResolver(() => [PolicyNumberType])
  async numbers(@Root() { content }: PolicyPackRecord, @Ctx() { terms }: Context): Promise<PolicyNumberType[]> {
    const inForce = new Map(policyNumbers((await terms.current()).pack).map((one) => [one.key, one]));
    return policyNumbers(content).map((one) => ({ ...one, changed: !isSame(one, inForce.get(one.key)) }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether new petitions are counted by it today.' })
  async inForce(@Root() { version }: PolicyPackRecord, @Ctx() { terms }: Context): Promise<boolean> {
    return (await terms.current()).pack.version === version;
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  draftedBy(@Root() { draftedById }: PolicyPackRecord): StaffRef | null {
    return draftedById ? { id: draftedById } : null;
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  approvedBy(@Root() { approvedById }: PolicyPackRecord): StaffRef | null {
    return approvedById ? { id: approvedById } : null;
  }

  @FieldResolver(() => ClockEffectType, { description: 'Which running clocks it would move if it moved any.' })
  async effect(
    @Root() { content }: PolicyPackRecord,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() context: Context,
  ): Promise<ShownEffect> {
    return pageOf(await recountEffect(underPack(content, context), context), first, after);
  }

  @FieldResolver(() => Boolean)
  viewerCanEdit(@Root() pack: PolicyPackRecord, @Ctx() { viewer }: Context): boolean {
    return canEditPack(viewer, pack);
  }

  @FieldResolver(() => Boolean)
  viewerCanApprove(@Root() pack: PolicyPackRecord, @Ctx() { viewer }: Context): boolean {
    return canApprovePack(viewer, pack);
  }
}

type Shown = Pick<PolicyNumberType, 'amount' | 'unit' | 'legalBasis' | 'enabled'>;

function isSame(one: Shown, other: Shown | undefined): boolean {
  const { amount, unit, legalBasis, enabled } = one;
  return (
    other?.amount === amount && other.unit === unit && other.legalBasis === legalBasis && other.enabled === enabled
  );
}
