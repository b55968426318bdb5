/** For each character of a name the letters its readings begin with: 单晓 is `['s', 'd', 'c'], ['x']`. */
export type Initials = readonly (readonly string[])[];

/** Every two neighbouring letters, in every reading. */
export function initialPairs(initials: Initials): string[] {
  const pairs = initials.slice(0, -1).flatMap((letters, at) => {
    const following = initials[at + 1] ?? [];
    return letters.flatMap((letter) => following.map((next) => letter + next));
  });
  return [...new Set(pairs)];
}

/** Whether the letters stand beside each other somewhere in the name, in one reading or another. */
export function initialsFit(initials: Initials, letters: string): boolean {
  const asked = [...letters];
  return initials.some((_, start) => asked.every((letter, at) => initials[start + at]?.includes(letter)));
}
