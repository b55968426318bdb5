import { Invalid } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { StaffGrade } from './rules/grades.ts';
import type { StaffCard } from './rules/staff-card.ts';
import { StaffType } from './staff.type.ts';

/** Characters. */
const NAME_MAX = 50;
const TITLE_MAX = 30;
const NUMBER = /^[0-9A-Za-z-]{1,20}$/u;

@InputType()
export class AddStaffInput {
  @Field(() => ID)
  readonly departmentId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'As letters and the reception board name it, e.g. 检察官.' })
  readonly title!: string;

  @Field(() => StaffGrade)
  readonly grade!: StaffGrade;

  @Field(() => String, {
    nullable: true,
    description: 'As the personnel office numbers them: letters, digits, hyphens.',
  })
  readonly staffNumber?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Departments a leader answers for.' })
  readonly lineDepartmentIds?: readonly string[] | null;
}

@InputType({ description: 'What is not named stays.' })
export class ChangeStaffInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => ID, { nullable: true })
  readonly departmentId?: string | null;

  @Field(() => String, { nullable: true })
  readonly name?: string | null;

  @Field(() => String, { nullable: true })
  readonly title?: string | null;

  @Field(() => StaffGrade, { nullable: true })
  readonly grade?: StaffGrade | null;

  @Field(() => String, { nullable: true, description: 'Null or empty clears.' })
  readonly staffNumber?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Empty clears.' })
  readonly lineDepartmentIds?: readonly string[] | null;
}

@InputType()
export class StaffStepInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@InputType()
export class DisableStaffInput extends StaffStepInput {
  @Field(() => ID, { nullable: true, description: 'The colleague of the same department who takes over what is open.' })
  readonly handOverToId?: string | null;
}

@ObjectType()
export class StaffPayload {
  @Field(() => StaffType)
  readonly staff!: object;
}

/** @throws Invalid of `cleanText`; `STAFF_NUMBER_INVALID` */
export function cardOf(input: Omit<AddStaffInput, 'grade'> & { readonly grade: StaffGrade }): StaffCard {
  return {
    departmentId: input.departmentId,
    name: cleanText(input.name, { field: 'name', min: 2, max: NAME_MAX }),
    title: cleanText(input.title, { field: 'title', min: 1, max: TITLE_MAX }),
    grade: input.grade,
    staffNumber: numberOf(input.staffNumber),
    lineDepartmentIds: [...new Set(input.lineDepartmentIds ?? [])],
  };
}

function numberOf(written: string | null | undefined): string | null {
  const number = written?.trim() ?? '';
  if (number !== '' && !NUMBER.test(number)) throw new Invalid('STAFF_NUMBER_INVALID', { field: 'staffNumber' });
  return number || null;
}
