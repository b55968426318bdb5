import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { TimelineKind } from './rules/timeline-words.ts';

registerEnumType(TimelineKind, { name: 'TimelineKind' });

@ObjectType('TimelineEntry')
export class TimelineEntryType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => TimelineKind)
  readonly kind!: TimelineKind;

  @Field(() => DateTimeScalar)
  readonly at!: Date;

  @Field(() => LocalDateScalar, { name: 'on', description: 'The civil day it counts for.' })
  readonly onDate!: string;
}
