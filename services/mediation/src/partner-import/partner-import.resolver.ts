import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { importPartners } from './import-partners.ts';
import { ImportPartnersInput, PartnerImport } from './partner-import.type.ts';

@Resolver()
export class PartnerImportResolver {
  @Mutation(() => PartnerImport, {
    description: 'Each row as if it were entered by hand; a refused one holds no other up.',
  })
  importPartners(
    @Arg('input', () => ImportPartnersInput) input: ImportPartnersInput,
    @Ctx() context: Context,
  ): Promise<PartnerImport> {
    return importPartners(input, context);
  }
}
