import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { importLawyers } from './import-lawyers.ts';
import { ImportLawyersInput, LawyerImport } from './lawyer-import.type.ts';

@Resolver()
export class LawyerImportResolver {
  @Mutation(() => LawyerImport, {
    description: 'Each row as if it were entered by hand; a refused one holds no other up.',
  })
  importLawyers(
    @Arg('input', () => ImportLawyersInput) input: ImportLawyersInput,
    @Ctx() context: Context,
  ): Promise<LawyerImport> {
    return importLawyers(input, context);
  }
}
