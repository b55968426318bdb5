import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ClockStep } from './rules/clock-step.ts';

registerEnumType(ClockStep, {
  name: 'ClockStep',
  description: '标记告急 · 登记当日处置 · 提出误转异议 · 登记来文机关答复',
});

@InputType()
export class RecordClockStepInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => ClockStep)
  readonly step!: ClockStep;

  @Field(() => String, { description: 'Why, what was done, or what the sender said.' })
  readonly words!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the sender agrees to take it back.' })
  readonly agreed?: boolean | null;
}
