import { PeriodInput } from '@everyletter/kit/figures';
import { periodOf } from '@everyletter/kit/period';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { coveragePeriod } from '../coverage/rules/coverage.ts';
import type { LawFirm } from '../lawyer/lawyer.entity.ts';
import { LawFirmType } from '../lawyer/lawyer.type.ts';
import { addLawFirm, renameLawFirm } from './change-firm.ts';
import { FirmShareType, LawFirmPayload } from './firm.type.ts';
import { fairShares } from './rules/fair-share.ts';

@Resolver(() => LawFirmType)
export class FirmResolver {
  @Query(() => [LawFirmType], { description: 'Of the viewer’s institution, by name.' })
  lawFirms(@Ctx() { firms }: Context): Promise<LawFirm[]> {
    return firms.all();
  }

  @Query(() => [FirmShareType], { description: 'Of every firm of the viewer’s institution, by name.' })
  async firmShares(
    @Arg('period', () => PeriodInput) asked: PeriodInput,
    @Ctx() { firms }: Context,
  ): Promise<FirmShareType[]> {
    const period = coveragePeriod(periodOf(asked), 'period');
    const shares = fairShares(await firms.loads(period));
    const all = await firms.all();
    return all.flatMap((firm) =>
      shares.filter(({ firmId }) => firmId === firm.id).map((share) => ({ ...share, firm })),
    );
  }

  @Mutation(() => LawFirmPayload)
  async addLawFirm(@Arg('name', () => String) name: string, @Ctx() context: Context): Promise<LawFirmPayload> {
    return { lawFirm: await addLawFirm(name, context) };
  }

  @Mutation(() => LawFirmPayload)
  async renameLawFirm(
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
  ): Promise<LawFirmPayload> {
    return { lawFirm: await renameLawFirm(id, name, context) };
  }
}
