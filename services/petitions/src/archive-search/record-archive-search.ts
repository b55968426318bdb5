import { authorize, Invalid } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { ArchiveSearch } from './archive-search.entity.ts';
import type { RecordArchiveSearchInput } from './archive-search.type.ts';
import { checkYears } from './rules/years.ts';

const ARCHIVES_MAX = 20;
/** Characters. */
const NAME_MAX = 50;
const NOTE_MAX = 2000;

/** Writes down that the archives were searched today, and what for. */
export async function recordArchiveSearch(input: RecordArchiveSearchInput, context: Context): Promise<Petition> {
  const { petitions, archiveSearches, viewer, today, now, options, em } = context;
  const petition = await petitions.change(input.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  checkYears(input, today);
  const archives = archivesOf(input);
  const note = cleanText(input.note, { field: 'note', min: 1, max: NOTE_MAX });
  const id = newId(now);
  const { institutionId, id: petitionId } = petition;
  const { yearFrom, yearTo, finding } = input;
  const search = em.create(ArchiveSearch, {
    id,
    institutionId,
    petitionId,
    archives,
    yearFrom,
    yearTo,
    finding,
    noteSealed: sealNote(note, notePlace(id), petition, options.keys),
    searchedOn: today,
    searchedById: viewer.staffId as string,
  });
  archiveSearches.add(search);
  recordEntry(petition, { kind: 'ARCHIVE_SEARCHED', facts: { finding, yearFrom, yearTo }, detail: note }, context);
  const audited = { subjectType: 'Petition', subjectId: petitionId, facts: { finding } };
  await auditChange(context, { action: 'RECORD_ARCHIVE_SEARCH', ...audited });
  await em.flush();
  return petition;
}

export function notePlace(searchId: string): string {
  return `archive_search.note:${searchId}`;
}

function archivesOf({ archives }: RecordArchiveSearchInput): string[] {
  if (archives.length < 1 || archives.length > ARCHIVES_MAX) {
    throw new Invalid('ARCHIVES_COUNT_INVALID', { field: 'archives', min: 1, max: ARCHIVES_MAX });
  }
  return archives.map((name, at) => cleanText(name, { field: `archives.${at}`, min: 1, max: NAME_MAX }));
}
