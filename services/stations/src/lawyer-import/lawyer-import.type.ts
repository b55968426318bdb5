import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export const LawyerRowOutcome = { ADD: 'ADD', CHANGE: 'CHANGE', REFUSED: 'REFUSED' } as const;
export type LawyerRowOutcome = (typeof LawyerRowOutcome)[keyof typeof LawyerRowOutcome];
registerEnumType(LawyerRowOutcome, { name: 'LawyerRowOutcome' });

@InputType()
export class ImportLawyersInput {
  @Field(() => String, { description: 'The file in base64: CSV or .xlsx, with the titles of the columns above.' })
  readonly content!: string;

  @Field(() => Boolean, { description: 'Only says what would come of each row.' })
  readonly dryRun!: boolean;
}

@ObjectType()
export class LawyerImportRow {
  @Field(() => Int, { description: 'As a spreadsheet numbers it.' })
  readonly line!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LawyerRowOutcome)
  readonly outcome!: LawyerRowOutcome;

  @Field(() => ID, { nullable: true })
  readonly lawyerId!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the refusal.' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'The field or column it is about.' })
  readonly field!: string | null;
}

@ObjectType()
export class LawyerImport {
  @Field(() => [LawyerImportRow])
  readonly rows!: readonly LawyerImportRow[];

  @Field(() => [String], { description: 'Titles that mean nothing here.' })
  readonly unknownTitles!: readonly string[];
}
