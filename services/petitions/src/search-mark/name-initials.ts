import { pinyin } from 'pinyin-pro';
import type { Initials } from './rules/initials.ts';

const HAN = /\p{Script=Han}/u;
const LETTER = /[a-z]/;

/**
 * Read character by character in all readings, so that 单, 曾 and 解 are found as a surname and as the everyday word
 * alike. Letters of a name stand for themselves; separators and what has no reading are passed over.
 */
export function nameInitials(name: string): Initials {
  return [...name.normalize('NFKC').toLowerCase()].map(lettersOf).filter((letters) => letters.length > 0);
}

const known = new Map<string, readonly string[]>();

function lettersOf(character: string): readonly string[] {
  if (!HAN.test(character)) return LETTER.test(character) ? [character] : [];
  let letters = known.get(character);
  if (!letters) {
    const readings = pinyin(character, { multiple: true, type: 'array', toneType: 'none', pattern: 'first' });
    letters = [...new Set(readings.filter((letter) => LETTER.test(letter)))];
    known.set(character, letters);
  }
  return letters;
}
