/**
 * The number a petition is known by, e.g. 海检控申〔2026〕00017号. `prefix` is the office's; `sequence` starts at 1 each
 * year and keeps its width beyond 99,999 by growing.
 */
export function petitionNumber(prefix: string, year: number, sequence: number): string {
  return `${prefix}〔${year}〕${String(sequence).padStart(5, '0')}号`;
}
