import { Invalid } from '@everyletter/kit/errors';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { cleanText } from '@everyletter/kit/text';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { ListedPetition } from '../petition/listed-petition.ts';
import { CardOpener } from '../petitioner/sealed-card.ts';
import { initialMarks } from '../search-mark/marks-of.ts';
import { nameInitials } from '../search-mark/name-initials.ts';
import { initialsFit } from '../search-mark/rules/initials.ts';
import type { WordsFound } from '../search-mark/search-marks.repository.ts';
import { SearchMatch, type SearchTerm, searchTerm } from './rules/search-term.ts';
import type { WorklistFilterInput } from './worklist.inputs.ts';

/** What a search has come to before the list is read. */
export interface LookUp {
  readonly term: SearchTerm;
  /** For a query over `petitions.petition p`. */
  readonly condition: RawBuilder<unknown>;
  /** Of a search by words. */
  readonly found: WordsFound | null;
}

/** Written to the audit first, without the term; once, however many of the request's fields ask for it. */
export async function lookUp({ search }: WorklistFilterInput, context: Context): Promise<LookUp | null> {
  const typed = search ? cleanText(search, { field: 'filter.search', max: 100 }).trim() : '';
  if (typed === '') return null;
  const term = searchTerm(typed);
  if (!term) throw new Invalid('TEXT_TOO_SHORT', { field: 'filter.search', min: 2 });
  const { viewer, options } = context;
  return context.searchMarks.once(typed, async () => {
    await auditSearch(term, context);
    const found =
      term.kind === 'WORDS' && term.words.length > 0 ? await context.searchMarks.withWords(term.words) : null;
    return { term, condition: searchCondition(term, found, viewer.institutionId, options.keys), found };
  });
}

async function auditSearch({ kind }: SearchTerm, { auditRead }: Context): Promise<void> {
  if (kind === 'NUMBER') return;
  await auditRead({ action: 'SEARCH_PETITIONER', subjectType: 'Worklist', subjectId: '', facts: { by: kind } });
}

/** Names and initials by blind marks (the caller checks the opened name), phones and ID numbers by blind index. */
export function searchCondition(
  term: SearchTerm,
  found: WordsFound | null,
  institutionId: string,
  keys: InstitutionKeys,
): RawBuilder<unknown> {
  switch (term.kind) {
    case 'WORDS': {
      const ways = [
        sql`select petitions.petitions_named(${keys.blindPairs(term.fragment, institutionId, 'name')}::int[])`,
      ];
      const initials = term.initials && initialMarks(term.initials, institutionId, keys);
      if (initials) ways.push(sql`select petitions.petitions_initialled(${initials}::int[])`);
      const worded = found ? [...new Set([...found.inSubject, ...found.inLetter])] : [];
      if (worded.length > 0) ways.push(sql`select unnest(${worded}::uuid[])`);
      return sql`p.id in (${sql.join(ways, sql` union all `)})`;
    }
    case 'PHONE':
      return sql`p.phone_index = ${keys.blindIndex(term.digits, institutionId, 'phone')}`;
    case 'ID_NUMBER':
      return sql`p.id_number_index = ${keys.blindIndex(term.idNumber, institutionId, 'id_number')}`;
    case 'NUMBER': {
      const pattern = `%${term.part.replaceAll(/[\\%_]/g, '\\$&')}%`;
      return term.rare ? sql`p.id in (select petitions.petitions_numbered(${pattern}))` : sql`p.number like ${pattern}`;
    }
  }
}

/** Where a petition of the list holds what was sought; nowhere when its marks only looked like it. */
export function matchesOf(petition: ListedPetition, { term, found }: LookUp, context: Context): SearchMatch[] {
  if (term.kind !== 'WORDS') return [term.kind];
  const name = openedName(petition, context);
  const holds: Partial<Record<SearchMatch, boolean>> = {
    NAME: name?.includes(term.fragment),
    INITIALS: Boolean(name && term.initials && initialsFit(nameInitials(name), term.initials)),
    SUBJECT: found?.inSubject.has(petition.id),
    LETTER: found?.inLetter.has(petition.id),
  };
  return Object.values(SearchMatch).filter((match) => holds[match]);
}

function openedName(
  { institutionId, id: petitionId, wrappedKey, nameSealed }: ListedPetition,
  { options: { keys } }: Context,
) {
  const opener = new CardOpener({ wrappedKey: Buffer.from(wrappedKey) }, { keys, institutionId, petitionId });
  return opener.open('name', nameSealed ?? null);
}
