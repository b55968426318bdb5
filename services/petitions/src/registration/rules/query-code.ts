/** Crockford's digits and letters: none is mistaken for another when read aloud or copied from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits. */
const LENGTH = 12;
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A code as it is printed, e.g. `7K3M-09QX-ZT4B`, from bytes nobody can guess; at least 12 of them. */
export function codeFrom(bytes: Uint8Array): string {
  const characters = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return characters.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What a person typed, as it was printed; null when it can be no code. */
export function readCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\-—–－]/gu, '')
    .replaceAll(/[OIL]/g, (letter) => LOOKALIKES[letter] ?? letter);
  const isCode = plain.length === LENGTH && [...plain].every((character) => ALPHABET.includes(character));
  return isCode ? plain.replaceAll(/(.{4})(?=.)/g, '$1-') : null;
}
