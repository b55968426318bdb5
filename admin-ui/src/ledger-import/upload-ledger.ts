import type { CodedError } from '../graphql/coded-error.ts';
import { CSRF_HEADER } from '../graphql/csrf-header.ts';

const DOOR = '/files/petitions/ledger-imports';
const OFFLINE: CodedError = { code: 'OFFLINE', kind: 'UNAVAILABLE', details: {}, requestId: null };

export type UploadAnswer = { readonly id: string } | { readonly refusal: CodedError };

/**
 * Hands a ledger in; the file is read by the server alone. `fetch` tells nothing of how far a body has gone, hence the
 * older request.
 * @param onProgress told the part already sent, from 0 to 1
 */
export function uploadLedger(file: File, onProgress: (sent: number) => void): Promise<UploadAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', DOOR);
    for (const [name, value] of Object.entries(CSRF_HEADER)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve({ refusal: OFFLINE });
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): UploadAnswer {
  try {
    const answer = JSON.parse(responseText);
    return status < 300 ? { id: answer.id } : { refusal: { details: {}, ...answer.errors[0].extensions } };
  } catch {
    return { refusal: OFFLINE };
  }
}
