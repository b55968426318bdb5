import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ArchiveFinding } from './rules/years.ts';

registerEnumType(ArchiveFinding, { name: 'ArchiveFinding' });

@ObjectType('ArchiveSearch')
export class ArchiveSearchType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => [String])
  readonly archives!: readonly string[];

  @Field(() => Int)
  readonly yearFrom!: number;

  @Field(() => Int)
  readonly yearTo!: number;

  @Field(() => ArchiveFinding)
  readonly finding!: ArchiveFinding;

  @Field(() => LocalDateScalar)
  readonly searchedOn!: string;
}

@InputType()
export class RecordArchiveSearchInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => [String], { description: 'Their names, one to twenty.' })
  readonly archives!: readonly string[];

  @Field(() => Int)
  readonly yearFrom!: number;

  @Field(() => Int, { description: 'Included.' })
  readonly yearTo!: number;

  @Field(() => ArchiveFinding)
  readonly finding!: ArchiveFinding;

  @Field(() => String)
  readonly note!: string;
}
