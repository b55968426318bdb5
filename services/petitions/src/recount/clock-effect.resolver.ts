import { type Connection, decodeCursor, pageSize, toConnection } from '@everyletter/kit/paging';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { calendarEffect } from './calendar-effect.ts';
import { ClockEffectType, ThoughtOfCalendarInput } from './clock-effect.type.ts';
import type { ClockMoveFound, RecountEffect } from './recount-effect.ts';

@Resolver(() => ClockEffectType)
export class ClockEffectResolver {
  @Query(() => ClockEffectType, {
    description: 'Which running clocks a working calendar would move, before it is published. Numbers and days only.',
  })
  async calendarEffect(
    @Arg('calendar', () => ThoughtOfCalendarInput) calendar: ThoughtOfCalendarInput,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() context: Context,
  ): Promise<ShownEffect> {
    return pageOf(await calendarEffect(calendar, context), first, after);
  }
}

export type ShownEffect = Connection<ClockMoveFound> &
  Pick<RecountEffect, 'open' | 'settled'> & { readonly totalCount: number };

/** @throws Invalid `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
export function pageOf({ open, settled, moves }: RecountEffect, first: number, after?: string): ShownEffect {
  const from = after ? Number(decodeCursor(after, 1)[0]) : 0;
  const rows = moves.map((move, at) => ({ ...move, at: at + 1 })).slice(from, from + pageSize(first) + 1);
  return { ...toConnection(rows, first, ({ at }) => [at]), totalCount: moves.length, open, settled };
}
