import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { compileOperation, type RunOperation } from './compile-operation.ts';
import { CodedError } from './errors.ts';
import type { Logger } from './log.ts';
import type { SubgraphOperation } from './service.ts';

/** Compiled operations kept per schema; the least recently used goes first. */
const COMPILED_MAX = 500;

/** An operation ready to run. */
export interface PreparedOperation {
  readonly changes: boolean;
  readonly run: RunOperation;
}

/** Prepares operations against one schema, each compiled once. */
export class Execution {
  private readonly prepared = new Map<string, PreparedOperation>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The operation, or the answer to one that cannot be run. */
  prepare({ query, document, operationName }: SubgraphOperation): PreparedOperation | ExecutionResult {
    const key = `${operationName ?? ''}\n${query}`;
    const known = this.prepared.get(key);
    if (known) {
      this.prepared.delete(key);
      this.prepared.set(key, known);
      return known;
    }
    const fresh = this.compile(document ?? readDocument(query), operationName);
    if ('run' in fresh) this.keep(key, fresh);
    return fresh;
  }

  private compile(document: DocumentNode | GraphQLError, operationName?: string): PreparedOperation | ExecutionResult {
    if (document instanceof GraphQLError) return { errors: [document] };
    const errors = validate(this.schema, document);
    if (errors.length > 0) return { errors };
    const run = compileOperation(this.schema, document, operationName);
    return typeof run === 'function' ? { changes: isMutation(document, operationName), run } : run;
  }

  private keep(key: string, operation: PreparedOperation): void {
    this.prepared.set(key, operation);
    const oldest = this.prepared.keys().next().value;
    if (this.prepared.size > COMPILED_MAX && oldest !== undefined) this.prepared.delete(oldest);
  }
}

function isMutation(document: DocumentNode, operationName?: string): boolean {
  return document.definitions.some(
    (node) =>
      node.kind === 'OperationDefinition' &&
      node.operation === 'mutation' &&
      (!operationName || node.name?.value === operationName),
  );
}

function readDocument(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { noLocation: true });
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError('DOCUMENT_INVALID');
  }
}

/**
 * The one place where errors become answers: coded refusals keep code, kind and details; input that does not fit the
 * schema says so without echoing it; everything else is a bug, logged with its stack and masked with the request id.
 */
export function toPublicError(error: GraphQLError, requestId: string, log: Logger): GraphQLError {
  const cause = error.originalError;
  if (cause instanceof CodedError) {
    const { code, kind, details } = cause;
    return new GraphQLError(code, { path: error.path, extensions: { code, kind, details, requestId } });
  }
  if (!cause && !error.path) {
    const code = 'DOCUMENT_INVALID';
    return new GraphQLError(code, { extensions: { code, kind: 'INVALID', details: {}, requestId } });
  }
  log.error({ requestId, path: error.path?.join('.'), stack: (cause ?? error).stack }, 'INTERNAL');
  const extensions = { code: 'INTERNAL', kind: 'INTERNAL', details: {}, requestId };
  return new GraphQLError('INTERNAL', { path: error.path, extensions });
}
