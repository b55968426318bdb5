import type { Context } from '../context.ts';
import { CardOpener } from '../petitioner/sealed-card.ts';
import { marksOf } from './marks-of.ts';
import { SearchMark } from './search-mark.entity.ts';

const AT_ONCE = 500;

interface UnmarkedRow {
  readonly id: string;
  readonly subject: string;
  readonly wrapped_key: Buffer;
  readonly name_sealed: Buffer | null;
  readonly body_sealed: Buffer | null;
}

/** Once in an institution: sets the job going that marks what was registered before there were marks. */
export async function beginMarking({ em, viewer, enqueue }: Context): Promise<void> {
  const begun = await em.execute<unknown[]>(
    'insert into petitions.search_mark_progress (institution_id) values (?) on conflict do nothing returning 1',
    [viewer.institutionId],
  );
  if (begun.length > 0) await enqueue('petitions.search-marks', {});
}

/** Marks the next ones in the order of their ids; killed anywhere it goes on there. Whether there are more. */
export async function markEarlier(context: Context): Promise<boolean> {
  const { em, viewer } = context;
  const [progress] = await em.execute<{ marked_until: string | null; done: boolean }[]>(
    'select marked_until, done from petitions.search_mark_progress where institution_id = ? for update',
    [viewer.institutionId],
  );
  if (!progress || progress.done) return false;
  const rows = await em.execute<(UnmarkedRow & { marked: boolean })[]>(
    `select p.id, p.subject, p.wrapped_key, p.name_sealed, p.body_sealed, k.petition_id is not null as marked
     from petitions.petition p left join petitions.search_mark k on k.petition_id = p.id
     where p.institution_id = ? and (?::uuid is null or p.id > ?::uuid) order by p.id limit ?`,
    [viewer.institutionId, progress.marked_until, progress.marked_until, AT_ONCE],
  );
  const marks = rows.filter(({ marked }) => !marked).map((row) => marksOfRow(row, context));
  if (marks.length > 0) await em.insertMany(SearchMark, marks);
  await em.execute(
    `update petitions.search_mark_progress set marked_until = coalesce(?::uuid, marked_until), done = ? where institution_id = ?`,
    [rows.at(-1)?.id ?? null, rows.length < AT_ONCE, viewer.institutionId],
  );
  return rows.length === AT_ONCE;
}

function marksOfRow(row: UnmarkedRow, { viewer: { institutionId }, options: { keys } }: Context) {
  const place = { keys, institutionId, petitionId: row.id };
  const opener = new CardOpener({ wrappedKey: row.wrapped_key }, place);
  const body = opener.open('body', row.body_sealed);
  return marksOf({ name: opener.open('name', row.name_sealed), subject: row.subject, body }, place);
}
