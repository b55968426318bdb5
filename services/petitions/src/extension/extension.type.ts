import { connectionOf } from '@everyletter/kit/paging';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PetitionType } from '../petition/petition.type.ts';
import { ExtensionState } from './rules/extension.ts';

registerEnumType(ExtensionState, { name: 'ExtensionState' });

@Directive('@key(fields: "id")')
@ObjectType('Extension', { description: 'More time asked for the substantive answer, and what was decided.' })
export class ExtensionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'Hand it back with a decision; a stale one is refused.' })
  readonly version!: number;

  @Field(() => Int)
  readonly months!: number;

  @Field(() => ExtensionState)
  readonly state!: ExtensionState;

  @Field(() => LocalDateScalar, { description: 'The due day when it was asked for.' })
  readonly dueOnBefore!: string;

  @Field(() => LocalDateScalar)
  readonly requestedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly decidedOn!: string | null;
}

@ObjectType()
export class ExtensionConnection extends connectionOf(ExtensionType, 'Extension') {}

@InputType()
export class RequestExtensionInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int)
  readonly months!: number;

  @Field(() => String, { description: 'Why the answer takes longer; the petitioner will be told.' })
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'The papers it rests on, as a list.' })
  readonly papers?: string | null;
}

@InputType()
export class ExtensionStepInput {
  @Field(() => ID)
  readonly extensionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => String, { nullable: true, description: 'Needed for a refusal.' })
  readonly reason?: string | null;
}

@ObjectType()
export class ExtensionPayload {
  @Field(() => ExtensionType)
  readonly extension!: object;

  @Field(() => PetitionType)
  readonly petition!: object;
}
