import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { MatterState } from '../petition/rules/states.ts';

registerEnumType(MatterState, { name: 'MatterState' });

@Directive('@key(fields: "id")')
@ObjectType('Matter', { description: 'What petitions are about; carries the substantive clock for all of them.' })
export class MatterType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly subject!: string;

  @Field(() => MatterState)
  readonly state!: MatterState;

  @Field(() => LocalDateScalar)
  readonly openedOn!: string;
}
