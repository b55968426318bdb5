/** What somebody typed into the search field, told apart by its form. */
export type SearchTerm =
  | { readonly kind: 'NAME'; readonly fragment: string }
  | { readonly kind: 'PHONE'; readonly digits: string }
  | { readonly kind: 'ID_NUMBER'; readonly idNumber: string }
  /** Part of a petition number; matched anywhere in it. */
  | { readonly kind: 'NUMBER'; readonly part: string };

const ID_NUMBER = /^\d{17}[\dXx]$/;
const PHONE = /^\d{7,12}$/;
const NUMBER = /[〔〕[\]号]|^\d{1,6}$/;

/** `null`: nothing to search for, or a name fragment shorter than two characters. */
export function searchTerm(text: string): SearchTerm | null {
  const typed = text.trim();
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (ID_NUMBER.test(digits)) return { kind: 'ID_NUMBER', idNumber: digits.toUpperCase() };
  if (PHONE.test(digits)) return { kind: 'PHONE', digits };
  if (NUMBER.test(typed)) return { kind: 'NUMBER', part: typed.replaceAll('[', '〔').replaceAll(']', '〕') };
  return [...typed].length >= 2 ? { kind: 'NAME', fragment: typed } : null;
}
