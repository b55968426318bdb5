/** Encodings in which offices export their tables. */
export const TEXT_ENCODINGS = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * The text without its byte-order mark, or `null` when the bytes are no text in any of the encodings: no character is
 * replaced, so none is lost in silence. A mark decides; without one UTF-8 is tried first, because Chinese text in
 * GB 18030 is never well-formed UTF-8 by accident for more than a few characters.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs(bytes, 'UTF-16LE');
  if (first === 0xfe && second === 0xff) return decodeAs(bytes, 'UTF-16BE');
  return decodeAs(bytes, 'UTF-8') ?? decodeAs(bytes, 'GB18030');
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}
