import type { LedgerValues } from './ledger-values.ts';

/** A row, or a petition already registered, as far as it tells who wrote about what. */
export type Identifiable = Pick<
  LedgerValues,
  'name' | 'idNumber' | 'idNumberSound' | 'phoneDigits' | 'address' | 'subject'
>;

/**
 * Same person and same matter (同人同事). The same person: the same sound ID number; or the same name with the same phone
 * or address, unless two sound ID numbers speak against it. A name alone is not a person. Source: `docs/glossary.md`,
 * repeat petition. It only warns: the clerk decides, and a repeat is never refused.
 */
export function isSamePersonAndMatter(one: Identifiable, other: Identifiable): boolean {
  return plain(one.subject) !== '' && plain(one.subject) === plain(other.subject) && isSamePerson(one, other);
}

/** Rows of one trace that are compared; more of them than this are one person under many ID numbers. */
const MAX_CANDIDATES = 50;

/** For each row the position of an earlier row about the same person and matter: the first one, where one trace tells. */
export function earlierDuplicates(rows: readonly Identifiable[]): ReadonlyMap<number, number> {
  const seen = new Map<string, number[]>();
  const found = new Map<number, number>();
  rows.forEach((row, position) => {
    const keys = traces(row);
    const candidates = keys.flatMap((key) => seen.get(key) ?? []).sort((a, b) => a - b);
    const earlier = candidates.find((candidate) => isSamePersonAndMatter(row, rows[candidate] as Identifiable));
    if (earlier !== undefined) found.set(position, earlier);
    for (const key of keys) remember(seen, { key, position, isDuplicate: earlier !== undefined });
  });
  return found;
}

interface Trace {
  readonly key: string;
  readonly position: number;
  readonly isDuplicate: boolean;
}

/** A duplicate is only remembered where it leaves a trace of its own, such as a new phone. */
function remember(seen: Map<string, number[]>, { key, position, isDuplicate }: Trace): void {
  const positions = seen.get(key);
  if (!positions) seen.set(key, [position]);
  else if (!isDuplicate && positions.length < MAX_CANDIDATES) positions.push(position);
}

function isSamePerson(one: Identifiable, other: Identifiable): boolean {
  if (one.idNumberSound && other.idNumberSound) return one.idNumber === other.idNumber;
  if (one.name === null || one.name !== other.name) return false;
  return isSame(one.phoneDigits, other.phoneDigits) || isSame(one.address, other.address);
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

/** Rows about the same person and matter share at least one of these. */
function traces({ name, idNumber, idNumberSound, phoneDigits, address, subject }: Identifiable): string[] {
  const about = plain(subject);
  return [
    idNumberSound ? `id ${idNumber} ${about}` : '',
    name && phoneDigits ? `phone ${name} ${phoneDigits} ${about}` : '',
    name && address ? `address ${name} ${address} ${about}` : '',
  ].filter((key) => key !== '');
}

/** Punctuation and spaces do not make another matter. */
function plain(subject: string | null): string {
  return (subject ?? '').replaceAll(/[\p{P}\p{Z}\s]/gu, '');
}
