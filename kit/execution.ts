import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { CodedError } from './errors.ts';
import type { Logger } from './log.ts';
import type { SubgraphOperation } from './service.ts';

/** Compiled operations kept per schema; the least recently used goes first. */
const COMPILED_MAX = 500;

/** Runs operations against one schema, each compiled once. */
export class Execution {
  private readonly compiled = new Map<string, CompiledQuery>();

  constructor(private readonly schema: GraphQLSchema) {}

  async run(operation: SubgraphOperation, context: object): Promise<ExecutionResult> {
    const compiled = this.prepare(operation);
    if (!isCompiledQuery(compiled)) return compiled;
    return compiled.query({}, context, { ...operation.variables });
  }

  private prepare({ query, operationName }: SubgraphOperation): CompiledQuery | ExecutionResult {
    const key = `${operationName ?? ''}\n${query}`;
    const known = this.compiled.get(key);
    if (known) {
      this.compiled.delete(key);
      this.compiled.set(key, known);
      return known;
    }
    const document = readDocument(query);
    if (document instanceof GraphQLError) return { errors: [document] };
    const errors = validate(this.schema, document);
    if (errors.length > 0) return { errors };
    const fresh = compileQuery(this.schema, document, operationName);
    if (!isCompiledQuery(fresh)) return fresh as ExecutionResult;
    this.compiled.set(key, fresh);
    const oldest = this.compiled.keys().next().value;
    if (this.compiled.size > COMPILED_MAX && oldest !== undefined) this.compiled.delete(oldest);
    return fresh;
  }
}

/** Whether the document's operation changes anything; a document that cannot be read does not. */
export function isMutation({ query, operationName }: SubgraphOperation): boolean {
  const document = readDocument(query);
  if (document instanceof GraphQLError) return false;
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
