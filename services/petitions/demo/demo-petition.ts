import type { LocalDate } from '@everyletter/kit/time';
import type { Category, Channel, IdentityKind, Track } from '../src/petition/rules/kinds.ts';
import type { PetitionerCard } from '../src/petitioner/sealed-card.ts';

/** A petition of the demo as a story: what came, and which day each next thing happened, if it did. */
export interface DemoPetition {
  readonly channel: Channel;
  readonly category: Category;
  readonly identityKind: IdentityKind;
  readonly subject: string;
  readonly card: PetitionerCard;
  readonly receivedOn: LocalDate;
  readonly triagedOn: LocalDate | null;
  /** Chosen at the triage desk instead of the one the rule gives. */
  readonly track: Track | null;
  /** Dispatch of the procedural reply. */
  readonly repliedOn: LocalDate | null;
  /** Dispatch of the result answer. */
  readonly answeredOn: LocalDate | null;
  readonly unreachableOn: LocalDate | null;
  readonly superiorFrom: string | null;
  readonly reportBackDueOn: LocalDate | null;
  /** Belongs to the matter of the petition just before it. */
  readonly repeats: boolean;
}
