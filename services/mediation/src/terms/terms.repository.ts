import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DEFAULT_TERMS, type MediationTerms } from './rules/default-terms.ts';
import { Terms } from './terms.entity.ts';

/** The numbers in force today; asked for once a request. */
export class TermsInForce {
  private found: Promise<MediationTerms> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
    private readonly today: LocalDate,
  ) {}

  current(): Promise<MediationTerms> {
    this.found ??= this.load();
    return this.found;
  }

  private async load(): Promise<MediationTerms> {
    const [own] = await this.em.find(
      Terms,
      { institutionId: this.institutionId, effectiveFrom: { $lte: this.today } },
      { orderBy: { effectiveFrom: -1, version: -1 }, limit: 1 },
    );
    return { ...DEFAULT_TERMS, ...own?.content };
  }
}
