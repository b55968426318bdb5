import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CardOpener } from '../petitioner/sealed-card.ts';
import { wordMarks } from './marks-of.ts';
import { bareText } from './rules/bare-text.ts';

/** Letters opened for one search, the newest that may hold the words; in nineteen of twenty for three characters all do. */
const OPENED = 1000;

/** Petitions whose subject or letter holds the words. */
export interface WordsFound {
  readonly inSubject: ReadonlySet<string>;
  readonly inLetter: ReadonlySet<string>;
  /** More might hold them than were opened: older ones are left out. */
  readonly cut: boolean;
}

interface MarkedRow {
  readonly id: string;
  readonly subject: string;
  readonly wrapped_key: Buffer;
  readonly body_sealed: Buffer | null;
}

/** What the blind marks lead to; row-level security narrows it. Made per request. */
export class SearchMarks {
  private readonly made = new Map<string, Promise<unknown>>();

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
    private readonly keys: InstitutionKeys,
  ) {}

  /** The same search is made once a request. */
  once<T>(search: string, make: () => Promise<T>): Promise<T> {
    const made = (this.made.get(search) as Promise<T> | undefined) ?? make();
    this.made.set(search, made);
    return made;
  }

  /** Opened to be read here, and only the answer leaves. */
  async withWords(words: readonly string[]): Promise<WordsFound> {
    const marks = words.flatMap((word) => wordMarks(word, this.institutionId, this.keys));
    const rows = await this.em.execute<MarkedRow[]>(
      `select p.id, p.subject, p.wrapped_key, p.body_sealed
       from petitions.petitions_worded(?::int[], ?) as found join petitions.petition p on p.id = found`,
      [`{${marks.join(',')}}`, OPENED + 1],
    );
    const opened = rows.slice(0, OPENED);
    const holding = (textOf: (row: MarkedRow) => string) => {
      const held = opened.filter((row) => {
        const text = bareText(textOf(row));
        return words.every((word) => text.includes(word));
      });
      return new Set(held.map(({ id }) => id));
    };
    return {
      inSubject: holding(({ subject }) => subject),
      inLetter: holding((row) => this.bodyOf(row)),
      cut: rows.length > OPENED,
    };
  }

  private bodyOf({ id, wrapped_key, body_sealed }: MarkedRow): string {
    const { keys, institutionId } = this;
    return (
      new CardOpener({ wrappedKey: wrapped_key }, { keys, institutionId, petitionId: id }).open('body', body_sealed) ??
      ''
    );
  }
}
