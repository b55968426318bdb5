import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { CardPlace } from '../petitioner/sealed-card.ts';
import { nameInitials } from './name-initials.ts';
import { bareText, neighbours } from './rules/bare-text.ts';
import { initialPairs } from './rules/initials.ts';

/** Of a very long letter its beginning is marked. */
const MARKED_CHARACTERS = 4000;

export interface MarkedText {
  readonly name: string | null;
  readonly subject: string;
  readonly body: string | null;
}

export interface SearchMarks {
  readonly petitionId: string;
  readonly institutionId: string;
  readonly initials: number[];
  readonly words: number[];
}

export function marksOf(
  { name, subject, body }: MarkedText,
  { keys, institutionId, petitionId }: CardPlace,
): SearchMarks {
  const text = [...bareText(subject), ...bareText(body ?? '')].slice(0, MARKED_CHARACTERS).join('');
  return {
    petitionId,
    institutionId,
    initials: name ? keys.blindTokens(initialPairs(nameInitials(name)), institutionId, 'initials') : [],
    words: wordMarks(text, institutionId, keys),
  };
}

/** Of a text that is bare already. */
export function wordMarks(text: string, institutionId: string, keys: InstitutionKeys): number[] {
  return keys.blindBuckets(neighbours(text), institutionId, 'words');
}

export function initialMarks(letters: string, institutionId: string, keys: InstitutionKeys): number[] {
  return keys.blindTokens(neighbours(letters), institutionId, 'initials');
}
