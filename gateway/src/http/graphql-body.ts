import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import type { DocumentNode } from 'graphql';
import { AD_HOC_LIMITS, readWithin } from '../operations/document-limits.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { Refusal } from './refusal.ts';

export interface GraphQLBody {
  readonly documentId?: string;
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

/** @throws Refusal `BODY_INVALID`, `BATCHING_NOT_ALLOWED` */
export function checkedBody(body: unknown): GraphQLBody {
  if (Array.isArray(body)) throw new Refusal(400, 'BATCHING_NOT_ALLOWED');
  if (typeof body !== 'object' || body === null) throw new Refusal(400, 'BODY_INVALID');
  const { documentId, query, operationName, variables } = body as Record<string, unknown>;
  const isText = (value: unknown) => value === undefined || value === null || typeof value === 'string';
  const isMap =
    variables === undefined || variables === null || (typeof variables === 'object' && !Array.isArray(variables));
  if (!isText(documentId) || !isText(query) || !isText(operationName) || !isMap) throw new Refusal(400, 'BODY_INVALID');
  return {
    documentId: (documentId as string | null) ?? undefined,
    query: (query as string | null) ?? undefined,
    operationName: (operationName as string | null) ?? undefined,
    variables: (variables as Record<string, unknown> | null) ?? undefined,
  };
}

/** @throws Refusal when the document is not trusted, or this caller may not send one of their own */
export function documentOf(body: GraphQLBody, viewer: Viewer, options: GatewayOptions): string {
  if (viewer.via === 'API_KEY' && !hasRole(viewer, 'REPORTER')) return handedIn(body, options);
  return body.documentId === undefined ? adHocDocument(body, viewer, options) : options.documents.get(body.documentId);
}

/** @throws Refusal when this caller may not send documents of their own, or this one is too large */
function adHocDocument({ query }: GraphQLBody, viewer: Viewer, { demoAccounts }: GatewayOptions): string {
  if (query === undefined) throw new Refusal(400, 'DOCUMENT_MISSING');
  const isReporter = viewer.via === 'API_KEY';
  if (!isReporter && demoAccounts.length === 0) throw new Refusal(403, 'DOCUMENT_NOT_TRUSTED');
  const document = readWithin(query, AD_HOC_LIMITS);
  if (isReporter && changesSomething(document)) throw new Refusal(403, 'API_KEY_MAY_ONLY_READ');
  return query;
}

/** The key of another system hands in and reads nothing: one operation, of the mutations that are open to keys. */
function handedIn({ query }: GraphQLBody, { keyMutations = [] }: GatewayOptions): string {
  if (query === undefined) throw new Refusal(403, 'DOCUMENT_NOT_TRUSTED');
  const [operation, ...others] = readWithin(query, AD_HOC_LIMITS).definitions;
  const isMutation = operation?.kind === 'OperationDefinition' && operation.operation === 'mutation';
  const fields = isMutation ? operation.selectionSet.selections : [];
  const isOpen = fields.every((field) => field.kind === 'Field' && keyMutations.includes(field.name.value));
  if (!isMutation || !isOpen || others.length > 0) throw new Refusal(403, 'DOCUMENT_NOT_TRUSTED');
  return query;
}

function changesSomething(document: DocumentNode): boolean {
  return document.definitions.some((node) => node.kind === 'OperationDefinition' && node.operation === 'mutation');
}
