import { newId } from '@everyletter/kit/id';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import type pg from 'pg';
import { PAPERS_PLACE, REASON_PLACE } from '../src/extension/request-extension.ts';
import { sealNote } from '../src/petitioner/sealed-note.ts';
import { insertRows, type Row } from './insert-rows.ts';

/** Days in which an answer must fall due to be asked about. */
const NEAR_DAYS = { from: 5, to: 40 };
const REQUESTS = [
  { months: 1, reason: '须向原审法院调取卷宗，对方函复本月底寄出，阅卷后方能答复。', papers: '调卷函；法院复函' },
  { months: 2, reason: '涉及司法鉴定，鉴定机构已受理，预计六周出具意见。', papers: '鉴定委托书' },
] as const;

interface Candidate {
  readonly id: string;
  readonly matter_id: string;
  readonly wrapped_key: Buffer;
  readonly handler_id: string;
  readonly due_on: string;
}

/** Two requests for more time, so that whoever decides finds something to decide. */
export async function askForMoreTime(
  client: pg.Client,
  {
    institutionId,
    keys,
    today,
  }: { readonly institutionId: string; readonly keys: InstitutionKeys; readonly today: LocalDate },
): Promise<void> {
  const { rows } = await client.query<Candidate>(
    `select distinct on (m.substantive_due_on, m.id) p.id, p.matter_id, p.wrapped_key, p.handler_id,
       m.substantive_due_on::text as due_on
     from petitions.petition p join petitions.matter m on m.id = p.matter_id
     where p.institution_id = $1 and m.state = 'HANDLING' and p.handler_id is not null
       and m.substantive_stopped_on is null and m.substantive_due_on between $2 and $3
     order by m.substantive_due_on, m.id, p.id limit $4`,
    [institutionId, addDays(today, NEAR_DAYS.from), addDays(today, NEAR_DAYS.to), REQUESTS.length],
  );
  const requested = rows.map((row, at) =>
    requestOf(row, REQUESTS[at] as (typeof REQUESTS)[number], { institutionId, keys, today }),
  );
  await insertRows(client, { table: 'petitions.extension', rows: requested.map(({ extension }) => extension) });
  await insertRows(client, { table: 'petitions.timeline_entry', rows: requested.map(({ entry }) => entry) });
}

interface Place {
  readonly institutionId: string;
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
}

function requestOf(
  { id: petitionId, matter_id, wrapped_key, handler_id, due_on }: Candidate,
  { months, reason, papers }: (typeof REQUESTS)[number],
  { institutionId, keys, today }: Place,
): { readonly extension: Row; readonly entry: Row } {
  const at = new Date(Date.parse(`${today}T00:30:00+08:00`));
  const id = newId(at);
  const holder = { id: petitionId, institutionId, wrappedKey: wrapped_key };
  const common = { institutionId, petitionId };
  return {
    extension: {
      ...{ id, ...common, matterId: matter_id, months, state: 'REQUESTED', version: 1 },
      reasonSealed: sealNote(reason, REASON_PLACE(id), holder, keys),
      papersSealed: sealNote(papers, PAPERS_PLACE(id), holder, keys),
      ...{ dueOnBefore: due_on, requestedById: handler_id, requestedOn: today },
    },
    entry: {
      ...{ id: newId(at), ...common, kind: 'EXTENSION_REQUESTED', at: at.toISOString(), onDate: today },
      ...{ actorId: handler_id, facts: { extensionId: id, months } },
    },
  };
}
