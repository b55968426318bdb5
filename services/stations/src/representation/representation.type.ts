import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  RepresentationConsentForm,
  RepresentationEndReason,
  RepresentationKind,
  RepresentationScope,
  RepresentationState,
} from './rules/representation-state.ts';

registerEnumType(RepresentationState, { name: 'RepresentationState' });
registerEnumType(RepresentationKind, { name: 'RepresentationKind' });
registerEnumType(RepresentationScope, {
  name: 'RepresentationScope',
  description: 'What the petitioner lets the lawyer do.',
});
registerEnumType(RepresentationConsentForm, { name: 'RepresentationConsentForm' });
registerEnumType(RepresentationEndReason, { name: 'RepresentationEndReason' });

@ObjectType('Representation', { description: 'A lawyer acts for a petitioner in a matter, free of charge.' })
export class RepresentationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'Hand it back with a change; a stale one is refused.' })
  readonly version!: number;

  @Field(() => RepresentationKind)
  readonly kind!: string;

  @Field(() => RepresentationState)
  readonly state!: RepresentationState;

  @Field(() => [RepresentationScope])
  readonly scope!: readonly RepresentationScope[];

  @Field(() => RepresentationConsentForm)
  readonly consentForm!: RepresentationConsentForm;

  @Field(() => LocalDateScalar)
  readonly consentedOn!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly proposedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly acceptedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly endedOn!: LocalDate | null;

  @Field(() => RepresentationEndReason, { nullable: true })
  readonly endReason!: RepresentationEndReason | null;

  @Field(() => String, { nullable: true })
  readonly overrideReason!: string | null;
}
