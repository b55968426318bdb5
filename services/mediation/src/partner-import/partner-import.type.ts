import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export const PartnerRowOutcome = { ADD: 'ADD', CHANGE: 'CHANGE', REFUSED: 'REFUSED' } as const;
export type PartnerRowOutcome = (typeof PartnerRowOutcome)[keyof typeof PartnerRowOutcome];
registerEnumType(PartnerRowOutcome, { name: 'PartnerRowOutcome' });

@InputType()
export class ImportPartnersInput {
  @Field(() => String, { description: 'The file in base64: CSV or .xlsx, with the titles of the columns above.' })
  readonly content!: string;

  @Field(() => Boolean, { description: 'Only says what would come of each row.' })
  readonly dryRun!: boolean;
}

@ObjectType()
export class PartnerImportRow {
  @Field(() => Int, { description: 'As a spreadsheet numbers it.' })
  readonly line!: number;

  @Field(() => String, { description: 'The partner, and the mediator if the row names one.' })
  readonly name!: string;

  @Field(() => PartnerRowOutcome)
  readonly outcome!: PartnerRowOutcome;

  @Field(() => String, { nullable: true, description: 'Of the refusal.' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'The field or column it is about.' })
  readonly field!: string | null;
}

@ObjectType()
export class PartnerImport {
  @Field(() => [PartnerImportRow])
  readonly rows!: readonly PartnerImportRow[];

  @Field(() => [String], { description: 'Titles that mean nothing here.' })
  readonly unknownTitles!: readonly string[];
}
