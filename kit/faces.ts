import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/** A font file that ships with the product; only the characters a letter uses are embedded in it. */
export type Face = 'TEXT' | 'HEAD' | 'RARE';

const resolve = createRequire(import.meta.url).resolve;
const FILES: Readonly<Record<Face, string>> = {
  TEXT: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  HEAD: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  RARE: '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
};
/** Stands for a character no face has, to be written in by hand: a wrong glyph would be worse. */
const BY_HAND = '□';

export const faceFile = (face: Face): string => resolve(FILES[face]);

/** For every face a sheet may be set in. */
export function registerFaces(document: { registerFont(name: string, file: string): unknown }): void {
  for (const face of ['TEXT', 'HEAD', 'RARE'] as const) document.registerFont(face, faceFile(face));
}

/** A stretch of text set in one face. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

const covered = new Map<Face, ReadonlySet<number>>();

function covers(face: Face, codePoint: number): boolean {
  let set = covered.get(face);
  if (!set) {
    set = new Set((fontkit.openSync(faceFile(face)) as fontkit.Font).characterSet);
    covered.set(face, set);
  }
  return set.has(codePoint);
}

/** Splits text where the face must change: `face` as long as it has the character, else the one for rare names. */
export function runsOf(text: string, face: Face): Run[] {
  const runs: { face: Face; text: string }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const own = character === '\n' || covers(face, codePoint);
    const needed: Face = own || !covers('RARE', codePoint) ? face : 'RARE';
    const shown = own || needed === 'RARE' ? character : BY_HAND;
    const last = runs.at(-1);
    if (last?.face === needed) last.text += shown;
    else runs.push({ face: needed, text: shown });
  }
  return runs;
}

/** The characters of a text that no face has, each once. */
export function unprintable(text: string): string[] {
  const missing = [...text].filter((character) => {
    const codePoint = character.codePointAt(0) as number;
    return character !== '\n' && !covers('TEXT', codePoint) && !covers('RARE', codePoint);
  });
  return [...new Set(missing)];
}
