import { ROLES, type Role } from '@everyletter/kit/viewer';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { readonly [R in Role]: R };
registerEnumType(RoleEnum, { name: 'Role', description: 'What a person may do; several may be held at once.' });

@ObjectType('Viewer', { description: 'Who is asking, with what they may do.' })
export class ViewerType {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => String)
  readonly displayName!: string;

  @Field(() => [RoleEnum])
  readonly roles!: readonly Role[];
}
