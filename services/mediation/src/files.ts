import { Forbidden, NotFound } from '@everyletter/kit/errors';
import { decide, type PolicyRow } from '@everyletter/kit/policy';
import type { FileRequest, FileResponse } from '@everyletter/kit/service';
import { agreementFiles } from './agreement/agreement.files.ts';
import type { Context } from './context.ts';
import { documentFiles } from './document/document.files.ts';
import { dossierFiles } from './dossier/dossier.files.ts';
import { sessionFiles } from './session/session.files.ts';

/** One path below `/files/mediation/`; as with fields, who is not named in its policy row is refused. */
export interface FileDoor {
  readonly method: FileRequest['method'];
  /** Its named groups are given to `answer`. */
  readonly path: RegExp;
  readonly policy: PolicyRow;
  answer(
    parameters: Readonly<Record<string, string | undefined>>,
    request: FileRequest,
    context: Context,
  ): Promise<FileResponse>;
}

const DOORS: readonly FileDoor[] = [...documentFiles, ...agreementFiles, ...dossierFiles, ...sessionFiles];

/** A key may only read. @throws NotFound `FILE_NOT_FOUND`; Forbidden `NOT_ALLOWED`; and what the door itself refuses */
export async function openFile(request: FileRequest, context: Context): Promise<FileResponse> {
  for (const { method, path, policy, answer } of DOORS) {
    const match = method === request.method ? path.exec(request.path) : null;
    if (!match) continue;
    const isReadOnly = method === 'POST' && context.viewer.via === 'API_KEY';
    if (isReadOnly || !decide(policy, context.viewer, null)) throw new Forbidden('NOT_ALLOWED');
    return answer(match.groups ?? {}, request, context);
  }
  throw new NotFound('FILE_NOT_FOUND');
}
