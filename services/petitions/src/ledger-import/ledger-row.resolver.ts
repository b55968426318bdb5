import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { LedgerRowConnection, LedgerRowType } from './ledger-import.type.ts';
import { countShown, type ShownRow, type ShownRows } from './shown-rows.ts';

@Resolver(() => LedgerRowType)
export class LedgerRowResolver {
  @FieldResolver(() => PetitionType, { nullable: true, description: 'What it became, or what it repeats.' })
  petition(@Root() { petitionId }: ShownRow, @Ctx() { petitions }: Context): Promise<Petition | null> | null {
    return petitionId ? petitions.find(petitionId) : null;
  }
}

@Resolver(() => LedgerRowConnection)
export class LedgerRowConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() rows: ShownRows, @Ctx() context: Context): Promise<number> {
    return countShown(rows, context);
  }
}
