import { pageSize } from '@everyletter/kit/paging';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { StaffRef } from '../refs/staff.ts';
import { discardLedger, startApplying } from './apply-ledger.ts';
import type { LedgerImport } from './ledger-import.entity.ts';
import {
  LedgerImportInput,
  LedgerImportPayload,
  LedgerImportType,
  LedgerOutcomeCount,
  LedgerRowConnection,
} from './ledger-import.type.ts';
import { LedgerSeal } from './ledger-seal.ts';
import { LedgerRowOutcome } from './rules/remark.ts';
import { type ShownRows, showCounts, showRows } from './shown-rows.ts';

@Resolver(() => LedgerImportType)
export class LedgerImportResolver {
  @Query(() => LedgerImportType, { nullable: true })
  ledgerImport(@Arg('id', () => ID) id: string, @Ctx() { ledgerImports }: Context): Promise<LedgerImport | null> {
    return ledgerImports.find(id);
  }

  @Query(() => [LedgerImportType], { description: 'Newest first; `first` from 1 to 100.' })
  ledgerImports(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number,
    @Ctx() { ledgerImports }: Context,
  ): Promise<LedgerImport[]> {
    return ledgerImports.newest(pageSize(first));
  }

  @Mutation(() => LedgerImportPayload, {
    description:
      'Applies a dry run. Done in the background; ask `ledgerImport` for progress. Applying twice adds nothing.',
  })
  async applyLedgerImport(
    @Arg('input', () => LedgerImportInput) { importId }: LedgerImportInput,
    @Ctx() context: Context,
  ): Promise<{ ledgerImport: LedgerImport }> {
    return { ledgerImport: await startApplying(importId, context) };
  }

  @Mutation(() => LedgerImportPayload)
  async discardLedgerImport(
    @Arg('input', () => LedgerImportInput) { importId }: LedgerImportInput,
    @Ctx() context: Context,
  ): Promise<{ ledgerImport: LedgerImport }> {
    return { ledgerImport: await discardLedger(importId, context) };
  }

  @FieldResolver(() => String)
  fileName(@Root() ledgerImport: LedgerImport, @Ctx() { options }: Context): string {
    return LedgerSeal.of(ledgerImport, options.keys).openText('file_name', ledgerImport.fileNameSealed);
  }

  @FieldResolver(() => StaffRef)
  createdBy(@Root() { createdById }: LedgerImport): StaffRef {
    return { id: createdById };
  }

  @FieldResolver(() => [LedgerOutcomeCount])
  counts(@Root() ledgerImport: LedgerImport, @Ctx() context: Context): Promise<LedgerOutcomeCount[]> {
    return showCounts(ledgerImport, context);
  }

  @FieldResolver(() => LedgerRowConnection)
  rows(
    @Root() ledgerImport: LedgerImport,
    @Arg('outcome', () => LedgerRowOutcome, { nullable: true }) outcome: LedgerRowOutcome | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() context: Context,
  ): Promise<ShownRows> {
    return showRows(ledgerImport, { outcome: outcome ?? null, first, after: after ?? null }, context);
  }

  @FieldResolver(() => String, { description: 'Where the report of every row is downloaded, once it was read.' })
  reportPath(@Root() { id }: LedgerImport): string {
    return `/files/petitions/ledger-imports/${id}/report.csv`;
  }
}
