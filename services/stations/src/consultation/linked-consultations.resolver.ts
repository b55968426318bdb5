import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { MatterRef } from '../refs/matter.ts';
import { PetitionRef } from '../refs/petition.ts';
import type { Consultation } from './consultation.entity.ts';
import { ConsultationType } from './consultation.type.ts';

@Resolver(() => PetitionRef)
export class PetitionConsultationsResolver {
  @FieldResolver(() => [ConsultationType], { nullable: true, description: 'Newest first.' })
  consultations(@Root() { id }: PetitionRef, @Ctx() { consultations }: Context): Promise<Consultation[]> {
    return consultations.ofPetition(id);
  }
}

@Resolver(() => MatterRef)
export class MatterConsultationsResolver {
  @FieldResolver(() => [ConsultationType], { nullable: true, description: 'Newest first.' })
  consultations(@Root() { id }: MatterRef, @Ctx() { consultations }: Context): Promise<Consultation[]> {
    return consultations.ofMatter(id);
  }
}
