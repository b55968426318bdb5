import { Invalid } from './errors.ts';

// Control characters (but tab, line feed, carriage return), bidi overrides and isolates, zero-width characters, byte-order mark.
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

export interface TextLimits {
  readonly field: string;
  readonly min?: number;
  /** In characters as people count them (code points). */
  readonly max: number;
}

/**
 * What a person wrote, normalised to NFC and trimmed; every Han character of GB 18030 passes, also outside the BMP.
 * @throws Invalid `TEXT_HAS_NUL`, `TEXT_NOT_UNICODE`, `TEXT_HAS_HIDDEN_CHARACTERS`, `TEXT_TOO_SHORT`, `TEXT_TOO_LONG`
 */
export function cleanText(text: string, { field, min = 0, max }: TextLimits): string {
  if (text.includes('\u0000')) throw new Invalid('TEXT_HAS_NUL', { field });
  if (!text.isWellFormed()) throw new Invalid('TEXT_NOT_UNICODE', { field });
  if (HIDDEN.test(text)) throw new Invalid('TEXT_HAS_HIDDEN_CHARACTERS', { field });
  const clean = text.normalize('NFC').trim();
  const length = [...clean].length;
  if (length < min) throw new Invalid('TEXT_TOO_SHORT', { field, min, length });
  if (length > max) throw new Invalid('TEXT_TOO_LONG', { field, max, length });
  return clean;
}
