import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffGrade } from './rules/grades.ts';

registerEnumType(StaffGrade, {
  name: 'StaffGrade',
  description: '检察长 · 副检察长 · 检委会专职委员 · 部门负责人 · 检察官 · 检察官助理 · 书记员 · 其他',
});

@Directive('@key(fields: "id")')
@ObjectType('Staff', { description: 'A person who works for the institution, as colleagues know them.' })
export class StaffType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => StaffGrade)
  readonly grade!: StaffGrade;

  @Field(() => String, { nullable: true })
  readonly staffNumber!: string | null;

  @Field(() => Boolean, { description: 'False for those who left.' })
  readonly active!: boolean;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly leftOn!: string | null;

  @Field(() => Int)
  readonly version!: number;
}
