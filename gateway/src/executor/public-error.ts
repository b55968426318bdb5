import type { GraphQLError } from 'graphql';
import { clientPath } from './planned-document.ts';
import type { SubgraphError } from './subgraph-call.ts';

export type ErrorPath = readonly (string | number)[];

/** An error as clients see it: the message is the code, and nothing tells of subgraphs, addresses or stacks. */
export interface PublicError {
  readonly message: string;
  readonly path?: ErrorPath;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export function refusal(
  code: string,
  kind: string,
  details?: Readonly<Record<string, string | undefined>>,
): PublicError {
  return { message: code, extensions: { code, kind, ...(details && { details }) } };
}

/** A reason may suggest names of the schema, which only those may read who may ask for it. */
export function documentError(error: GraphQLError, maySeeSchema: boolean): PublicError {
  const reason = maySeeSchema ? error.message : error.message.replace(/ Did you mean .*$/s, '');
  return refusal(codeOf(error) ?? 'DOCUMENT_INVALID', 'INVALID', { reason });
}

/** The code of a scalar that refused a value. */
export function codeOf({ originalError }: GraphQLError): string | undefined {
  const code = originalError && 'code' in originalError ? originalError.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

export function subgraphUnavailable(path: ErrorPath | undefined): PublicError {
  return { ...refusal('SUBGRAPH_UNAVAILABLE', 'UNAVAILABLE'), ...place(path) };
}

/** Only coded errors pass, with what their code allows; anything else is said to be internal and no more. */
export function subgraphError(
  { extensions = {} }: SubgraphError,
  path: ErrorPath | undefined,
  isPublicCode: (code: string) => boolean,
): PublicError {
  const { code, kind, details, requestId } = extensions;
  const shown =
    typeof code === 'string' && isPublicCode(code)
      ? { code, kind, details, requestId }
      : { code: 'INTERNAL', kind: 'INTERNAL', requestId };
  const defined = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
  return { message: shown.code, ...place(path), extensions: defined };
}

function place(path: ErrorPath | undefined): { path?: ErrorPath } {
  return path && path.length > 0 ? { path: clientPath(path) } : {};
}
