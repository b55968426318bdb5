import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { PetitionRef } from '../refs/petition.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import type { CaseOwnership } from './case-ownership.entity.ts';
import { canChangeOwnership } from './case-ownership.policy.ts';
import {
  CaseOwnershipPayload,
  CaseOwnershipType,
  ChangeCaseOwnershipInput,
  CloseCaseOwnershipInput,
  OpenCaseOwnershipInput,
} from './case-ownership.type.ts';
import { changeCaseOwnership, closeCaseOwnership, openCaseOwnership } from './change-case-ownership.ts';

@Resolver(() => CaseOwnershipType)
export class CaseOwnershipResolver {
  @Query(() => [CaseOwnershipType], { description: 'Led or carried by the viewer, open ones first; at most 200.' })
  async myCaseOwnerships(@Ctx() { caseOwnerships, viewer }: Context): Promise<CaseOwnership[]> {
    return viewer.staffId ? caseOwnerships.of(viewer.staffId) : [];
  }

  @Mutation(() => CaseOwnershipPayload)
  async openCaseOwnership(
    @Arg('input', () => OpenCaseOwnershipInput) input: OpenCaseOwnershipInput,
    @Ctx() context: Context,
  ): Promise<CaseOwnershipPayload> {
    return payload(await openCaseOwnership(input, context));
  }

  @Mutation(() => CaseOwnershipPayload, { description: 'Who was before stands in the audit.' })
  async changeCaseOwnership(
    @Arg('input', () => ChangeCaseOwnershipInput) input: ChangeCaseOwnershipInput,
    @Ctx() context: Context,
  ): Promise<CaseOwnershipPayload> {
    return payload(await changeCaseOwnership(input, context));
  }

  @Mutation(() => CaseOwnershipPayload)
  async closeCaseOwnership(
    @Arg('input', () => CloseCaseOwnershipInput) input: CloseCaseOwnershipInput,
    @Ctx() context: Context,
  ): Promise<CaseOwnershipPayload> {
    return payload(await closeCaseOwnership(input, context));
  }

  @FieldResolver(() => String)
  plan(@Root() ownership: CaseOwnership, @Ctx() { options }: Context): string {
    return ownership.planIn(options.keys);
  }

  @FieldResolver(() => String, { nullable: true })
  outcome(@Root() ownership: CaseOwnership, @Ctx() { options }: Context): string | null {
    return ownership.outcomeIn(options.keys);
  }

  @FieldResolver(() => Boolean, { description: 'Its day is past and it is open.' })
  isOverdue(@Root() { dueOn, closedOn }: CaseOwnership, @Ctx() { today }: Context): boolean {
    return !closedOn && dueOn < today;
  }

  @FieldResolver(() => Boolean)
  viewerCanChange(@Root() ownership: CaseOwnership, @Ctx() { viewer }: Context): boolean {
    return !ownership.closedOn && canChangeOwnership(viewer, ownership);
  }

  @FieldResolver(() => StaffType)
  leader(@Root() { leaderId }: CaseOwnership, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(leaderId);
  }

  @FieldResolver(() => StaffType)
  responsible(@Root() { responsibleId }: CaseOwnership, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(responsibleId);
  }

  @FieldResolver(() => PetitionRef)
  petition(@Root() { petitionId }: CaseOwnership): PetitionRef {
    return { id: petitionId };
  }
}

@Resolver(() => PetitionRef)
export class PetitionOwnershipsResolver {
  @FieldResolver(() => [CaseOwnershipType], { description: 'At most one of them is open; newest first.' })
  caseOwnerships(@Root() { id }: PetitionRef, @Ctx() { caseOwnerships }: Context): Promise<CaseOwnership[]> {
    return caseOwnerships.ofPetition.load(id);
  }
}

function payload(caseOwnership: CaseOwnership): CaseOwnershipPayload {
  return { caseOwnership, petition: { id: caseOwnership.petitionId } };
}
