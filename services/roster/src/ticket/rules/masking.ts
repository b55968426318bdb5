/** Masks show enough to recognise and not enough to know. Characters as people count them, also outside the BMP. */

/** 王勤 → 王*. Only the first character stays; at most five stars hide the length. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(rest.length, 5));
}

/** 13900000017 → 139****0017; shorter numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}
