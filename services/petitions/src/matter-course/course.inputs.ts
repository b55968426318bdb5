import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { CourseStep } from './rules/course.ts';

registerEnumType(CourseStep, { name: 'CourseStep', description: '退转 · 撤回 · 并案 · 重新办理 · 归档' });

/** Characters: a paragraph, and a number as people write it. */
const REASON_MAX = 1000;

@InputType()
export class CourseStepInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class DatedCourseStepInput extends CourseStepInput {
  @Field(() => LocalDateScalar, { description: 'The day it happened; not after today.' })
  readonly on!: LocalDate;
}

@InputType()
export class MergeMattersInput extends CourseStepInput {
  @Field(() => String, { description: 'Number of a petition of the matter that goes on.' })
  readonly intoNumber!: string;
}

/** @throws Invalid when it is empty or holds what no text may hold */
export function reasonOf({ reason }: CourseStepInput): string {
  return cleanText(reason, { field: 'reason', min: 2, max: REASON_MAX });
}
