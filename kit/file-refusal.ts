import type { CodedError, ErrorKind } from './errors.ts';
import type { FileResponse } from './service.ts';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  INVALID: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RULE_BROKEN: 422,
};

/** A coded refusal at the door for files: the kind as HTTP status, the body in the shape of a GraphQL error. */
export function refusedFile({ code, kind, details }: CodedError, requestId: string): FileResponse {
  const body = JSON.stringify({ errors: [{ message: code, extensions: { code, kind, details, requestId } }] });
  return {
    status: STATUS[kind],
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(body),
  };
}
