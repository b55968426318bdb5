import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DayKind } from './rules/working-day.ts';

registerEnumType(DayKind, { name: 'DayKind', description: '工作日 · 周末 · 放假 · 调休上班日' });

@ObjectType('WorkingDay')
export class WorkingDayType {
  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => DayKind)
  readonly kind!: DayKind;

  @Field(() => Boolean)
  readonly working!: boolean;

  @Field(() => Boolean, { description: 'The arrangement of that year is not published yet.' })
  readonly provisional!: boolean;

  @Field(() => String, { description: 'The notice it follows, as published.' })
  readonly source!: string;
}

@ObjectType('CalendarSource', { description: 'The notice a year follows.' })
export class CalendarSourceType {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => String)
  readonly title!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly publishedOn!: LocalDate | null;
}

@ObjectType({ description: 'Which days are worked, as data with an edge.' })
export class WorkingCalendar {
  @Field(() => Int)
  readonly version!: number;

  @Field(() => [Int])
  readonly publishedYears!: readonly number[];

  @Field(() => Int, { description: 'Days after this year are provisional.' })
  readonly lastPublishedYear!: number;

  @Field(() => [CalendarSourceType])
  readonly sources!: readonly CalendarSourceType[];
}
