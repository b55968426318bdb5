/** What a paper may be, by its first bytes and never by its name. */
const KINDS: readonly (readonly [mediaType: string, ending: string, begin: readonly number[]])[] = [
  ['application/pdf', 'pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', 'jpg', [0xff, 0xd8, 0xff]],
  ['image/png', 'png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** `application/pdf`, `image/jpeg` or `image/png`; null for anything else. */
export function paperKind(bytes: Uint8Array): string | null {
  return KINDS.find(([, , begin]) => begin.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

export function endingOf(mediaType: string): string {
  return KINDS.find(([kind]) => kind === mediaType)?.[1] ?? 'bin';
}
