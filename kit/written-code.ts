import { randomInt } from 'node:crypto';

/** No letter or digit that is mistaken for another when somebody has written it down. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP_LENGTH = 5;

/** A random secret that people copy by hand, e.g. `k3mwp-x7h2n`; just under five bits a character. */
export function writtenCode(groups: number): string {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)];
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: groups }, group).join('-');
}
