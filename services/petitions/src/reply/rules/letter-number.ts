/** The number of an outgoing letter, e.g. 海检控申复〔2026〕00017号; `sequence` starts at 1 each year. */
export function letterNumber(prefix: string, year: number, sequence: number): string {
  return `${prefix}复〔${year}〕${String(sequence).padStart(5, '0')}号`;
}
