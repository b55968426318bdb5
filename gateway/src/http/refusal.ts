/** The gateway's own refusal: a status, a code, and which limit it was. Never holds what the caller sent. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: Readonly<Record<string, string | number>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

const KINDS: Readonly<Record<number, string>> = {
  401: 'FORBIDDEN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'UNAVAILABLE',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

/** The body every refusal has, in the shape of a GraphQL error. */
export function refusalBody({ status, code, details }: Refusal, requestId: string) {
  const extensions = { code, kind: KINDS[status] ?? 'INVALID', details, requestId };
  return { errors: [{ message: code, extensions }] };
}
