/**
 * The five kinds of refusal. One code per refusal; the words for people live in the SPA (`text/errors.ts`).
 * Anything that is not one of these is a bug and leaves the service masked as `INTERNAL` with a request id.
 */
export type ErrorKind = 'INVALID' | 'FORBIDDEN' | 'NOT_FOUND' | 'RULE_BROKEN' | 'CONFLICT';

/** What the caller may read about a refusal: field names, limits, dates. Never personal data, never the refused value itself. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export abstract class CodedError extends Error {
  abstract readonly kind: ErrorKind;

  constructor(
    /** `NOUN_REASON`, e.g. `EXTENSION_TOO_LONG`. */
    readonly code: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = new.target.name;
  }
}

/** The input is not a possible value. `details.field` names the argument, dotted from the root. */
export class Invalid extends CodedError {
  readonly kind = 'INVALID';
}

/** Visible to this viewer, but not theirs to do. */
export class Forbidden extends CodedError {
  readonly kind = 'FORBIDDEN';
}

/** No such thing, or not visible to this viewer: the two answers must not differ. */
export class NotFound extends CodedError {
  readonly kind = 'NOT_FOUND';
}

/** A rule of the domain refuses. */
export class RuleBroken extends CodedError {
  readonly kind = 'RULE_BROKEN';
}

/** Somebody changed it first; `details` say who and when where that is known. */
export class Conflict extends CodedError {
  readonly kind = 'CONFLICT';
}

/** @throws Forbidden `NOT_ALLOWED` */
export function authorize(allowed: boolean, code = 'NOT_ALLOWED'): void {
  if (!allowed) throw new Forbidden(code);
}
