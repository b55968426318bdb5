import type { CodedError } from './coded-error.ts';
import { CSRF_HEADER } from './csrf-header.ts';

const OFFLINE: CodedError = { code: 'OFFLINE', kind: 'UNAVAILABLE', details: {}, requestId: null };

export type UploadAnswer = { readonly id: string } | { readonly refusal: CodedError };

/**
 * Hands a file in at a door of the server, which alone reads it. `fetch` tells nothing of how far a body has gone, hence
 * the older request.
 * @param onProgress told the part already sent, from 0 to 1
 */
export function uploadFile(door: string, file: File, onProgress: (sent: number) => void): Promise<UploadAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', door);
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
