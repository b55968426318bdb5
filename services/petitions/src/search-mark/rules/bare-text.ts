/** A text as it is compared: full and half width alike, without punctuation and spaces, which say nothing. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}\p{S}\s]/gu, '');
}

/** Every two neighbouring characters. */
export function neighbours(text: string): string[] {
  const characters = [...text];
  return characters.slice(0, -1).map((character, at) => `${character}${characters[at + 1]}`);
}
