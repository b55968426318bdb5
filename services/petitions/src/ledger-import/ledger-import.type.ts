import { PhraseType } from '@everyletter/kit/figures';
import { connectionOf } from '@everyletter/kit/paging';
import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Channel } from '../petition/rules/kinds.ts';
import { LedgerImportState } from './ledger-import.entity.ts';
import { LedgerRowOutcome, RemarkLevel } from './rules/remark.ts';

registerEnumType(LedgerImportState, { name: 'LedgerImportState' });
registerEnumType(LedgerRowOutcome, { name: 'LedgerRowOutcome' });
registerEnumType(RemarkLevel, { name: 'RemarkLevel' });

@ObjectType('LedgerImport', { description: 'A ledger handed in as a file: read first, applied when somebody says so.' })
export class LedgerImportType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly encoding!: string;

  @Field(() => LedgerImportState)
  readonly state!: LedgerImportState;

  @Field(() => DateTimeScalar)
  readonly createdAt!: Date;

  @Field(() => Int)
  readonly totalRows!: number;

  @Field(() => Int, { description: 'Rows the dry run is through with.' })
  readonly doneRows!: number;

  @Field(() => Int, { description: 'Rows that became petitions.' })
  readonly appliedRows!: number;

  @Field(() => String, { nullable: true })
  readonly failureCode!: string | null;
}

@ObjectType('LedgerOutcomeCount')
export class LedgerOutcomeCount {
  @Field(() => LedgerRowOutcome)
  readonly outcome!: LedgerRowOutcome;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('LedgerRemark')
export class LedgerRemarkType {
  @Field(() => RemarkLevel)
  readonly level!: RemarkLevel;

  @Field(() => String)
  readonly code!: string;

  @Field(() => String, { description: 'The column as ledgers title it; empty when it concerns the whole row.' })
  readonly column!: string;

  @Field(() => PhraseType)
  readonly words!: PhraseType;
}

@ObjectType('LedgerRow')
export class LedgerRowType {
  @Field(() => Int, { description: 'As a spreadsheet numbers it.' })
  readonly line!: number;

  @Field(() => String, { nullable: true })
  readonly serial!: string | null;

  @Field(() => LedgerRowOutcome)
  readonly outcome!: LedgerRowOutcome;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly receivedOn!: string | null;

  @Field(() => Channel, { nullable: true })
  readonly channel!: Channel | null;

  @Field(() => String, { nullable: true })
  readonly subject!: string | null;

  @Field(() => String, { nullable: true, description: 'Masked.' })
  readonly petitionerName!: string | null;

  @Field(() => [LedgerRemarkType])
  readonly remarks!: readonly LedgerRemarkType[];
}

@ObjectType()
export class LedgerRowConnection extends connectionOf(LedgerRowType, 'LedgerRow') {}

@ObjectType('LedgerImportPayload')
export class LedgerImportPayload {
  @Field(() => LedgerImportType)
  readonly ledgerImport!: LedgerImportType;
}

@InputType('LedgerImportInput')
export class LedgerImportInput {
  @Field(() => ID)
  readonly importId!: string;
}
