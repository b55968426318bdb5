import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { KeyPeriod } from './key-period.entity.ts';
import { KeyPeriodsPayload, KeyPeriodType, RemoveKeyPeriodInput, SaveKeyPeriodInput } from './key-period.type.ts';
import { removeKeyPeriod, saveKeyPeriod } from './save-key-period.ts';

@Resolver(() => KeyPeriodType)
export class KeyPeriodResolver {
  @Query(() => [KeyPeriodType], { description: 'By their first day.' })
  keyPeriods(@Ctx() { rotas }: Context): Promise<KeyPeriod[]> {
    return rotas.keyPeriods();
  }

  @Mutation(() => KeyPeriodsPayload)
  async saveKeyPeriod(
    @Arg('input', () => SaveKeyPeriodInput) input: SaveKeyPeriodInput,
    @Ctx() context: Context,
  ): Promise<{ keyPeriods: KeyPeriod[] }> {
    await saveKeyPeriod(input, context);
    return { keyPeriods: await context.rotas.keyPeriods() };
  }

  @Mutation(() => KeyPeriodsPayload)
  async removeKeyPeriod(
    @Arg('input', () => RemoveKeyPeriodInput) input: RemoveKeyPeriodInput,
    @Ctx() context: Context,
  ): Promise<{ keyPeriods: KeyPeriod[] }> {
    await removeKeyPeriod(input, context);
    return { keyPeriods: await context.rotas.keyPeriods() };
  }
}
