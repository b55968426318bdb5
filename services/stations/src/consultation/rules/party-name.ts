/** By which a name is found again: width, spaces and the many dots between parts of a name do not matter. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s·•‧・．.]/gu, '')
    .toUpperCase();
}

/** The first character, and that there are more: 欧＊＊. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '＊'.repeat(Math.max(1, rest.length));
}
