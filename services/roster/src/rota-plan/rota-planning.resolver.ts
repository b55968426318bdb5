import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { publishRotaPlan } from './publish-rota-plan.ts';
import { repairRota } from './repair-rota.ts';
import type { RotaPlan } from './rota-plan.entity.ts';
import {
  CancelRotaPlanInput,
  DiscardRotaPlanInput,
  EditRotaPlanInput,
  PublishRotaPlanInput,
  PublishRotaPlanPayload,
  RepairRotaInput,
  RotaPlanPayload,
  StartRotaPlanInput,
} from './rota-plan.inputs.ts';
import { startRotaPlan } from './start-rota-plan.ts';

interface Payload {
  readonly rotaPlan: RotaPlan;
}

/** A rota on its way from the question to what is published. */
@Resolver()
export class RotaPlanningResolver {
  @Mutation(() => RotaPlanPayload)
  async startRotaPlan(
    @Arg('input', () => StartRotaPlanInput) input: StartRotaPlanInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return { rotaPlan: await startRotaPlan(input, context) };
  }

  @Mutation(() => RotaPlanPayload, { description: 'Drafts the published rota with the fewest turns changed.' })
  async repairRota(
    @Arg('input', () => RepairRotaInput) input: RepairRotaInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return { rotaPlan: await repairRota(input, context) };
  }

  @Mutation(() => RotaPlanPayload, { description: 'Ends the search within a second; the best rota found is kept.' })
  async cancelRotaPlan(
    @Arg('input', () => CancelRotaPlanInput) { id }: CancelRotaPlanInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const rotaPlan = await context.rotas.changePlan(id, null);
    rotaPlan.cancelRequested = true;
    await audit('CANCEL_ROTA_PLAN', rotaPlan, context);
    return { rotaPlan };
  }

  @Mutation(() => RotaPlanPayload, { description: 'By hand; every hard rule is checked again.' })
  async editRotaPlan(
    @Arg('input', () => EditRotaPlanInput) { id, version, moves }: EditRotaPlanInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const rotaPlan = await context.rotas.changePlan(id, version);
    rotaPlan.edit(
      moves.map(({ turnKey, removeId, addId }) => ({ turnKey, removeId: removeId ?? null, addId: addId ?? null })),
    );
    await audit('EDIT_ROTA_PLAN', rotaPlan, context);
    return { rotaPlan };
  }

  @Mutation(() => RotaPlanPayload)
  async discardRotaPlan(
    @Arg('input', () => DiscardRotaPlanInput) { id, version }: DiscardRotaPlanInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const rotaPlan = await context.rotas.changePlan(id, version);
    rotaPlan.discard();
    await audit('DISCARD_ROTA_PLAN', rotaPlan, context);
    return { rotaPlan };
  }

  @Mutation(() => PublishRotaPlanPayload, {
    description: 'From today on. Refused when another rota was published since this one was made.',
  })
  publishRotaPlan(
    @Arg('input', () => PublishRotaPlanInput) input: PublishRotaPlanInput,
    @Ctx() context: Context,
  ): Promise<{ rotaPlan: RotaPlan; notifiedCount: number }> {
    return publishRotaPlan(input, context);
  }
}

async function audit(action: string, { id, value }: RotaPlan, context: Context): Promise<void> {
  await auditChange(context, { action, subjectType: 'RotaPlan', subjectId: id, facts: { value: value ?? null } });
  await context.em.flush();
}
