import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Station } from '../station/station.entity.ts';
import { StationType } from '../station/station.type.ts';
import { addLawyer, changeLawyer, endLawyer } from './change-lawyer.ts';
import type { LawFirm, Lawyer, LawyerSpecialty } from './lawyer.entity.ts';
import { LawyerInput, LawyerPayload } from './lawyer.inputs.ts';
import { EligibilityCheckType, LawFirmType, LawyerSpecialtyType, LawyerType } from './lawyer.type.ts';
import { eligibilityChecks, isEligible } from './rules/eligibility.ts';
import { eligibilityWords } from './rules/eligibility-words.ts';
import { Specialty } from './rules/kinds.ts';
import { type SpecialtyTerm, specialtiesOn } from './rules/specialty-terms.ts';

@Resolver(() => LawyerType)
export class LawyerResolver {
  @Query(() => [LawyerType], { description: 'By name; a lawyer from outside sees themselves.' })
  lawyers(@Ctx() { duty }: Context): Promise<Lawyer[]> {
    return duty.allLawyers();
  }

  @Query(() => LawyerType, { nullable: true })
  lawyer(@Arg('id', () => ID) id: string, @Ctx() { duty }: Context): Promise<Lawyer | null> {
    return duty.lawyer(id);
  }

  @Query(() => LawyerType, { nullable: true, description: 'The lawyer who is signed in.' })
  ownLawyer(@Ctx() { duty, viewer }: Context): Promise<Lawyer | null> {
    return viewer.lawyerId ? duty.lawyer(viewer.lawyerId) : Promise.resolve(null);
  }

  @Mutation(() => LawyerPayload)
  async addLawyer(
    @Arg('input', () => LawyerInput) input: LawyerInput,
    @Ctx() context: Context,
  ): Promise<LawyerPayload> {
    return { lawyer: await addLawyer(input, context) };
  }

  @Mutation(() => LawyerPayload)
  async changeLawyer(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => LawyerInput) input: LawyerInput,
    @Ctx() context: Context,
  ): Promise<LawyerPayload> {
    return { lawyer: await changeLawyer({ id, version }, input, context) };
  }

  @Mutation(() => LawyerPayload, { description: '`on`: the last day they serve; null takes the end back.' })
  async endLawyer(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('on', () => LocalDateScalar, { nullable: true }) on: LocalDate | null,
    @Ctx() context: Context,
  ): Promise<LawyerPayload> {
    return { lawyer: await endLawyer({ id, version }, on ?? null, context) };
  }

  @FieldResolver(() => LawFirmType)
  firm(@Root() { firmId }: Lawyer, @Ctx() { duty }: Context): Promise<LawFirm | null> {
    return duty.firm(firmId);
  }

  @FieldResolver(() => Int, { description: 'Whole years, today.' })
  yearsOfPractice(@Root() lawyer: Lawyer, @Ctx() { today }: Context): number {
    return lawyer.practisedBy(today);
  }

  @FieldResolver(() => [Specialty], { description: 'Those that hold today.' })
  async specialties(@Root() { id }: Lawyer, @Ctx() { lawyers, today }: Context): Promise<Specialty[]> {
    return specialtiesOn((await lawyers.specialtiesOf(id)) as unknown as SpecialtyTerm[], today);
  }

  @FieldResolver(() => [LawyerSpecialtyType], { description: 'All, also those that ended or are to begin.' })
  specialtyTerms(@Root() { id }: Lawyer, @Ctx() { lawyers }: Context): Promise<LawyerSpecialty[]> {
    return lawyers.specialtiesOf(id);
  }

  @FieldResolver(() => [StationType], { description: 'Where they can serve; empty: at every station.' })
  stations(@Root() { stationIds }: Lawyer, @Ctx() { duty }: Context): Promise<Station[]> {
    return stationsAmong(stationIds, duty);
  }

  @FieldResolver(() => [StationType], { description: 'Where they like to serve.' })
  preferredStations(@Root() { preferredStationIds }: Lawyer, @Ctx() { duty }: Context): Promise<Station[]> {
    return stationsAmong(preferredStationIds, duty);
  }

  @FieldResolver(() => Boolean, { description: 'Whether every rule in force is passed today.' })
  async eligible(@Root() lawyer: Lawyer, @Ctx() { dutyPolicies, today }: Context): Promise<boolean> {
    const { eligibility } = await dutyPolicies.current();
    return isEligible(eligibilityChecks(lawyer.credentials(), eligibility, today));
  }

  @FieldResolver(() => [EligibilityCheckType], { description: 'Every rule in force, passed or not, and why.' })
  async eligibilityChecks(
    @Root() lawyer: Lawyer,
    @Ctx() { dutyPolicies, today }: Context,
  ): Promise<EligibilityCheckType[]> {
    const { eligibility } = await dutyPolicies.current();
    const checks = eligibilityChecks(lawyer.credentials(), eligibility, today);
    return checks.map((check) => ({ rule: check.rule, passed: check.passed, words: eligibilityWords(check) }));
  }
}

async function stationsAmong(ids: readonly string[], duty: Context['duty']): Promise<Station[]> {
  const found = await Promise.all(ids.map((id) => duty.station(id)));
  return found.filter((station) => station !== null);
}
