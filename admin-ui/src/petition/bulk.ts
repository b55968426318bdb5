import type { ResultOf } from '../graphql/graphql.ts';
import type { PetitionRowFragment } from './PetitionRow.vue';

/** A petition an action is for, as its row shows it. */
export type PickedPetition = ResultOf<typeof PetitionRowFragment>;

/** What became of one of them; `refused` in words. */
export interface BulkOutcome {
  readonly id: string;
  readonly number: string;
  readonly refused: string | null;
}
