import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Consultation } from '../consultation/consultation.entity.ts';
import { ConflictHitType, ConsultationType } from '../consultation/consultation.type.ts';
import type { ConflictHit } from '../consultation/consultations.repository.ts';
import type { Context } from '../context.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import { MatterRef } from '../refs/matter.ts';

@Resolver(() => ConsultationType)
export class ConflictsResolver {
  @FieldResolver(() => [ConflictHitType], { description: 'What was found against it; for the office.' })
  conflicts(@Root() { id }: Consultation, @Ctx() { consultations }: Context): Promise<ConflictHit[]> {
    return consultations.hitsOf(id);
  }
}

@Resolver(() => ConflictHitType)
export class ConflictHitResolver {
  @FieldResolver(() => LawyerType, { nullable: true })
  lawyer(@Root() { lawyerId }: ConflictHit, @Ctx() { duty }: Context): Promise<Lawyer | null> {
    return duty.lawyer(lawyerId);
  }

  @FieldResolver(() => MatterRef, { nullable: true })
  matter(@Root() { matterId }: ConflictHit): MatterRef | null {
    return matterId ? { id: matterId } : null;
  }
}
