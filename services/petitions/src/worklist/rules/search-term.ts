/** What somebody typed into the search field, told apart by its form. */
export type SearchTerm =
  | { readonly kind: 'NAME'; readonly fragment: string }
  | { readonly kind: 'PHONE'; readonly digits: string }
  | { readonly kind: 'ID_NUMBER'; readonly idNumber: string }
  /** Part of a petition number; matched anywhere in it. Digits enough after the year make it `rare`. */
  | { readonly kind: 'NUMBER'; readonly part: string; readonly rare: boolean };

const ID_NUMBER = /^\d{17}[\dXx]$/;
const PHONE = /^\d{7,12}$/;
const NUMBER = /[〔〕[\]号]|^\d{1,6}$/;
/** Fewer digits, or a year alone, are met again and again on the way through the list. */
const RARE = /^\d{5,}|〕\d{3,}|^\d{4,}号/;

/** Brackets alone are in every number. */
const TELLS_NUMBERS_APART = /\d|\p{L}/u;

/** `null`: nothing to search for, or a name fragment shorter than two characters. */
export function searchTerm(text: string): SearchTerm | null {
  const typed = text.trim();
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (ID_NUMBER.test(digits)) return { kind: 'ID_NUMBER', idNumber: digits.toUpperCase() };
  if (PHONE.test(digits)) return { kind: 'PHONE', digits };
  if (NUMBER.test(typed) && TELLS_NUMBERS_APART.test(typed.replace('号', ''))) {
    const part = typed.replaceAll('[', '〔').replaceAll(']', '〕');
    return { kind: 'NUMBER', part, rare: RARE.test(part) };
  }
  return [...typed].length >= 2 ? { kind: 'NAME', fragment: typed } : null;
}
