import { Invalid } from '@everyletter/kit/errors';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Station } from './station.entity.ts';
import { ServiceKind, StationKind, StationType } from './station.type.ts';

@InputType({ description: 'Hours are HH:MM; a half-day without hours is not open.' })
export class StationInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new station.' })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true, description: 'As it was read; needed for a change.' })
  readonly version?: number | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => StationKind)
  readonly kind!: StationKind;

  @Field(() => ServiceKind)
  readonly serviceKind!: ServiceKind;

  @Field(() => ID, { nullable: true })
  readonly hallId?: string | null;

  @Field(() => String)
  readonly place!: string;

  @Field(() => String, { nullable: true })
  readonly morningFrom?: string | null;

  @Field(() => String, { nullable: true })
  readonly morningTo?: string | null;

  @Field(() => String, { nullable: true })
  readonly afternoonFrom?: string | null;

  @Field(() => String, { nullable: true })
  readonly afternoonTo?: string | null;
}

@ObjectType()
export class StationPayload {
  @Field(() => StationType)
  readonly station!: Station;
}

/** @throws Invalid `TEXT_MISSING`, `TEXT_TOO_LONG` */
export function requiredText(text: string, field: string, max: number): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new Invalid('TEXT_MISSING', { field });
  if (trimmed.length > max) throw new Invalid('TEXT_TOO_LONG', { field, max, length: trimmed.length });
  return trimmed;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Both hours or neither. @throws Invalid `HOURS_INVALID` */
export function checkedHours(from: string | null | undefined, to: string | null | undefined, field: string) {
  if (!from && !to) return [null, null] as const;
  if (!from || !to || !CLOCK.test(from) || !CLOCK.test(to) || from >= to) throw new Invalid('HOURS_INVALID', { field });
  return [from, to] as const;
}
