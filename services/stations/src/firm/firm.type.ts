import { Field, Int, ObjectType } from 'type-graphql';
import { LawFirmType } from '../lawyer/lawyer.type.ts';

@ObjectType('FirmShare', {
  description: 'Half-days of the period: planned, really served, and between which numbers a fair share lies.',
})
export class FirmShareType {
  @Field(() => LawFirmType)
  readonly firm!: object;

  @Field(() => Int, { description: 'Days in service, summed over its lawyers.' })
  readonly lawyerDays!: number;

  @Field(() => Int)
  readonly planned!: number;

  @Field(() => Int)
  readonly served!: number;

  @Field(() => Int)
  readonly fairFrom!: number;

  @Field(() => Int)
  readonly fairTo!: number;
}

@ObjectType()
export class LawFirmPayload {
  @Field(() => LawFirmType)
  readonly lawFirm!: object;
}
