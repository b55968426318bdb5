/** A fixed id of the demo data: `kind` and `number` are the last digits. The first two mediators have accounts. */
export function demoId(kind: number, number: number): string {
  return `01940000-0000-7000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
}

export const MEDIATOR = 7;
export const PARTNER = 8;
export const REFERRAL = 13;
export const PARTY = 31;
export const CONSENT = 32;
