import { bareText } from '../../search-mark/rules/bare-text.ts';

/** What somebody typed into the search field, told apart by its form. */
export type SearchTerm =
  | WordsTerm
  | { readonly kind: 'PHONE'; readonly digits: string }
  | { readonly kind: 'ID_NUMBER'; readonly idNumber: string }
  /** Part of a petition number; matched anywhere in it. Digits enough after the year make it `rare`. */
  | { readonly kind: 'NUMBER'; readonly part: string; readonly rare: boolean };

/** Looked for in names, as the initials of names, and in what the letter says. */
export interface WordsTerm {
  readonly kind: 'WORDS';
  readonly fragment: string;
  /** Letters that may be the initials of a name, in lower case. */
  readonly initials: string | null;
  /** Each must be in the subject or each in the letter; bare. None where nothing is long enough. */
  readonly words: readonly string[];
}

/** Where it was found. */
export const SearchMatch = {
  NUMBER: 'NUMBER',
  PHONE: 'PHONE',
  ID_NUMBER: 'ID_NUMBER',
  NAME: 'NAME',
  INITIALS: 'INITIALS',
  SUBJECT: 'SUBJECT',
  LETTER: 'LETTER',
} as const;
export type SearchMatch = (typeof SearchMatch)[keyof typeof SearchMatch];

const ID_NUMBER = /^\d{17}[\dXx]$/;
const PHONE = /^\d{7,12}$/;
const NUMBER = /[〔〕[\]号]|^\d{1,6}$/;
/** Fewer digits, or a year alone, are met again and again on the way through the list. */
const RARE = /^\d{5,}|〕\d{3,}|^\d{4,}号/;
const INITIALS = /^[a-z]{2,12}$/;

/** Brackets alone are in every number; so is the sign behind it. */
const TELLS_NUMBERS_APART = /\d|\p{L}/u;
const HAS_DIGIT = /\d/;

/** `null`: nothing to search for, or a fragment shorter than two characters. */
export function searchTerm(text: string): SearchTerm | null {
  const typed = text.trim();
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (ID_NUMBER.test(digits)) return { kind: 'ID_NUMBER', idNumber: digits.toUpperCase() };
  if (PHONE.test(digits)) return { kind: 'PHONE', digits };
  if (isNumber(typed)) {
    const part = typed.replaceAll('[', '〔').replaceAll(']', '〕');
    return { kind: 'NUMBER', part, rare: RARE.test(part) };
  }
  return [...typed].length >= 2 ? wordsTerm(typed) : null;
}

function isNumber(typed: string): boolean {
  if (!NUMBER.test(typed) || !TELLS_NUMBERS_APART.test(typed.replace('号', ''))) return false;
  return HAS_DIGIT.test(typed) || /[〔〕[\]]/.test(typed);
}

function wordsTerm(typed: string): WordsTerm {
  const letters = typed.toLowerCase().replaceAll(/\s/g, '');
  const words = typed
    .split(/\s+/)
    .map(bareText)
    .filter((word) => [...word].length >= 2);
  return { kind: 'WORDS', fragment: typed, initials: INITIALS.test(letters) ? letters : null, words };
}
