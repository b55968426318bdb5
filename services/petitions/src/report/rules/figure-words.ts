type Phrase = { readonly zh: string; readonly en: string };
type Unit = 'COUNT' | 'RATE' | 'MEAN';

/** A figure's name and meaning, in both languages, served as data beside the numbers. */
export interface FigureWords<Code extends string = string> {
  readonly code: Code;
  readonly name: Phrase;
  readonly words: Phrase;
  readonly unit: Unit;
}

export function define<Code extends string>(
  code: Code,
  name: readonly [string, string],
  words: readonly [string, string],
  unit: Unit = 'COUNT',
): FigureWords<Code> {
  return { code, name: { zh: name[0], en: name[1] }, words: { zh: words[0], en: words[1] }, unit };
}
