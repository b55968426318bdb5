import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import { canDeclareFor, declareRecusal, liftRecusal, reasonPlace } from './declare-recusal.ts';
import type { Recusal } from './recusal.entity.ts';
import { DeclareRecusalInput, DeclareRecusalPayload, RecusalType } from './recusal.type.ts';

@Resolver(() => RecusalType)
export class RecusalResolver {
  @Mutation(() => DeclareRecusalPayload)
  async declareRecusal(
    @Arg('input', () => DeclareRecusalInput) { petitionId, staffId = null, reason }: DeclareRecusalInput,
    @Ctx() context: Context,
  ): Promise<DeclareRecusalPayload> {
    const recusal = await declareRecusal({ petitionId, staffId, reason }, context);
    return { petitionId, own: recusal.staffId === context.viewer.staffId };
  }

  @Mutation(() => PetitionPayload, { description: 'By a head or a leader; never by the one who keeps away.' })
  async liftRecusal(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<PetitionPayload> {
    return { petition: await liftRecusal(id, context) };
  }

  @FieldResolver(() => StaffRef)
  staff(@Root() { staffId }: Recusal): StaffRef {
    return { id: staffId };
  }

  @FieldResolver(() => StaffRef)
  declaredBy(@Root() { declaredById }: Recusal): StaffRef {
    return { id: declaredById };
  }

  @FieldResolver(() => String, { description: 'With the petitioner’s own data masked.' })
  async reason(
    @Root() { id, petitionId, reasonSealed }: Recusal,
    @Ctx() { petitions, options }: Context,
  ): Promise<string> {
    return openNote(reasonSealed, reasonPlace(id), await petitions.get(petitionId), options.keys);
  }
}

@Resolver(() => PetitionType)
export class PetitionRecusalsResolver {
  @FieldResolver(() => [RecusalType], { description: 'Of its matter, oldest first.' })
  recusals(@Root() { matterId }: Petition, @Ctx() { recusals }: Context): Promise<Recusal[]> {
    return recusals.ofMatter(matterId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may declare it for a colleague.' })
  viewerCanRecuseOthers(@Root() petition: Petition, @Ctx() { viewer }: Context): boolean {
    return canDeclareFor(viewer, petition, '');
  }
}
