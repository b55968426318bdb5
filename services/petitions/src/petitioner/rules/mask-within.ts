import { maskAddress, maskIdNumber, maskName, maskPhone } from './masking.ts';

/** What a card says in clear. */
export interface OwnData {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/** A mobile number or an ID number wherever it stands, not inside a longer number. */
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/gu;
const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/gu;
/** Shorter values would also mask words that only happen to contain them. */
const SHORTEST = 2;

/** A colleague's words with the petitioner's own data, and anybody's mobile and ID numbers, masked. */
export function maskWithin(text: string, { name, idNumber, phone, address }: OwnData): string {
  const masks = [
    [address, maskAddress],
    [idNumber, maskIdNumber],
    [phone, maskPhone],
    [name, maskName],
  ] as const;
  const own = masks.reduce((masked, [value, mask]) => {
    return value && [...value].length >= SHORTEST ? masked.replaceAll(value, () => mask(value)) : masked;
  }, text);
  return own.replaceAll(ID_NUMBER, maskIdNumber).replaceAll(MOBILE, maskPhone);
}
