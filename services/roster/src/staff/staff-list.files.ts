import type { FileRequest, FileResponse } from '@everyletter/kit/service';
import type { Context } from '../context.ts';
import { importStaff } from './import-staff.ts';

const PATH = /^staff-list(?<apply>\/apply)?$/u;

/** `POST staff-list` says what a list would change, `POST staff-list/apply` changes it; `null` for any other path. */
export async function staffListFile(
  { method, path, body }: FileRequest,
  context: Context,
): Promise<FileResponse | null> {
  const match = method === 'POST' ? PATH.exec(path) : null;
  if (!match) return null;
  const answer = await importStaff(body, match.groups?.apply !== undefined, context);
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(answer)),
  };
}
