import type { RequestContext } from '@everyletter/kit/subgraph';
import type { AlikePetitions } from './alike/alike.repository.ts';
import type { ArchiveSearches } from './archive-search/archive-searches.repository.ts';
import type { Attachments } from './attachment/attachments.repository.ts';
import type { Clocks } from './clock/clocks.repository.ts';
import type { Colleagues } from './colleague/colleague.repository.ts';
import type { ContactAttempts } from './contact-attempt/contact-attempts.repository.ts';
import type { Extensions } from './extension/extensions.repository.ts';
import type { EarlierPetitions } from './ledger-import/earlier-petitions.repository.ts';
import type { LedgerImports } from './ledger-import/ledger-imports.repository.ts';
import type { Petitions } from './petition/petition.repository.ts';
import type { Reveals } from './petitioner/reveals.repository.ts';
import type { Terms } from './policy-pack/terms.repository.ts';
import type { Registrations } from './registration/registration.repository.ts';
import type { Letters } from './reply/letters.ts';
import type { Replies } from './reply/reply.repository.ts';
import type { Reports } from './report/report.repository.ts';
import type { Worklist } from './worklist/worklist.repository.ts';

export interface Context extends RequestContext {
  readonly archiveSearches: ArchiveSearches;
  readonly clocks: Clocks;
  readonly colleagues: Colleagues;
  readonly contactAttempts: ContactAttempts;
  readonly extensions: Extensions;
  readonly petitions: Petitions;
  readonly reveals: Reveals;
  readonly terms: Terms;
  readonly replies: Replies;
  readonly letters: Letters;
  readonly worklist: Worklist;
  readonly reports: Reports;
  readonly ledgerImports: LedgerImports;
  readonly earlierPetitions: EarlierPetitions;
  readonly registrations: Registrations;
  readonly attachments: Attachments;
  readonly alikePetitions: AlikePetitions;
}
