import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReceptionDayType } from '../reception-day/reception-day.type.ts';
import { DayKind, DaySource, type WorkingDay } from './rules/working-day.ts';

registerEnumType(DayKind, { name: 'DayKind', description: '工作日 · 周末 · 放假 · 调休上班日' });
registerEnumType(DaySource, { name: 'DaySource', description: '依通知 · 暂定 · 本院决定' });

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

  @Field(() => DaySource)
  readonly sourceKind!: DaySource;

  @Field(() => String, { description: 'The notice it follows, as published; or what else it rests on.' })
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

@ObjectType('LocalOverride', { description: 'A day the office decided against the notice.' })
export class LocalOverrideType {
  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => Boolean)
  readonly working!: boolean;

  @Field(() => String)
  readonly reason!: string;
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

  @Field(() => [LocalOverrideType], { description: 'By day.' })
  readonly overrides!: readonly LocalOverrideType[];

  @Field(() => Int, {
    nullable: true,
    description: 'The year whose notice is due: from November on, until it is imported.',
  })
  readonly missingYear!: number | null;
}

@ObjectType('CalendarChange', { description: 'A day that becomes another kind of day.' })
export class CalendarChangeType {
  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => DayKind)
  readonly before!: DayKind;

  @Field(() => DayKind)
  readonly after!: DayKind;
}

@ObjectType('CalendarPreview', { description: 'What a notice would change; nothing is published.' })
export class CalendarPreview {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => String)
  readonly title!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly publishedOn!: LocalDate | null;

  @Field(() => Int, { description: 'Of the calendar in force, which it would follow.' })
  readonly version!: number;

  @Field(() => [WorkingDayType], { description: 'Every day of the year.' })
  readonly days!: readonly WorkingDay[];

  @Field(() => [CalendarChangeType], { description: 'Against the calendar in force, by day.' })
  readonly changes!: readonly CalendarChangeType[];

  @Field(() => [ReceptionDayType], { description: 'Days of reception, from today on, that would no longer be worked.' })
  readonly duties!: readonly object[];

  @Field(() => [Int], { description: 'As it would be published.' })
  readonly years!: readonly number[];

  @Field(() => [LocalDateScalar], { description: 'As it would be published.' })
  readonly daysOff!: readonly LocalDate[];

  @Field(() => [LocalDateScalar], { description: 'As it would be published.' })
  readonly extraWorkdays!: readonly LocalDate[];
}
