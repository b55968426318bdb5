/** Two characters that no font draws alike; a machine without a Chinese font draws the same empty box for both. */
const PROBES = ['信', '件'] as const;

/** Fetches Chinese faces where the machine has none; the others never pay for them. */
export async function fetchFontsIfMissing(): Promise<void> {
  const [first, second] = PROBES.map(drawn);
  if (first === second) await import('./fallback-fonts.ts');
}

function drawn(character: string): string {
  const canvas = new OffscreenCanvas(20, 20).getContext('2d');
  if (!canvas) return character;
  canvas.font = '16px sans-serif';
  canvas.fillText(character, 0, 16);
  return canvas.getImageData(0, 0, 20, 20).data.join();
}
