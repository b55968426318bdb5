import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import type { DocumentNode } from 'graphql';
import { REPORT_SCOPES, type ReportScope } from '../keys/key-scopes.ts';
import { costOf } from '../operations/document-cost.ts';
import { AD_HOC_LIMITS, readWithin, refuseAbove } from '../operations/document-limits.ts';
import type { SchemaView, SchemaViews } from '../operations/schema-views.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { GraphQLBody } from './graphql-body.ts';
import type { Caller } from './identify.ts';
import { Refusal } from './refusal.ts';

/** What is executed, for whom, and how much of the schema it may name. */
export interface AskedDocument {
  readonly document: string;
  readonly viewer: Viewer;
  /** A reporter's own document knows this much and is told what it cost; one of ours knows everything. */
  readonly own: { readonly view: SchemaView; readonly cost: number } | null;
}

/** Which documents a caller may send. */
export type AskFor = (body: GraphQLBody, caller: Caller) => AskedDocument;

/** @throws Refusal when the document is not trusted, or this caller may not send this one of their own */
export function createAskFor(options: GatewayOptions, views: SchemaViews): AskFor {
  const { documents, demoAccounts, keyMutations = [] } = options;

  return (body, { viewer, key }) => {
    if (key?.scopes.includes('INTAKE')) return { document: handedIn(body, keyMutations), viewer, own: null };
    if (body.documentId !== undefined) return { document: documents.get(body.documentId), viewer, own: null };
    if (body.query === undefined) throw new Refusal(400, 'DOCUMENT_MISSING');
    const { query } = body;
    if (!hasRole(viewer, 'REPORTER')) {
      if (demoAccounts.length === 0) throw new Refusal(403, 'DOCUMENT_NOT_TRUSTED');
      readWithin(query, AD_HOC_LIMITS);
      return { document: query, viewer, own: null };
    }
    const scopes = (key?.scopes ?? REPORT_SCOPES) as readonly ReportScope[];
    // At the workbench as with a key: whatever else somebody may do, here they report.
    const reporter: Viewer = { ...viewer, roles: ['REPORTER'] };
    return { document: query, viewer: reporter, own: reportersOwn({ ...body, query }, scopes, views) };
  };
}

function reportersOwn(
  { query, variables }: GraphQLBody & { readonly query: string },
  scopes: readonly ReportScope[],
  views: SchemaViews,
): AskedDocument['own'] {
  const document = readWithin(query, AD_HOC_LIMITS);
  if (changesSomething(document)) throw new Refusal(403, 'API_KEY_MAY_ONLY_READ');
  views.refuseOutOfScope(document, scopes);
  const view = views.of(scopes);
  const cost = costOf(document, view.schema, variables);
  refuseAbove('DOCUMENT_TOO_COSTLY', cost, AD_HOC_LIMITS.cost);
  return { view, cost };
}

/** The key of another system hands in and reads nothing: one operation, of the mutations that are open to keys. */
function handedIn({ query }: GraphQLBody, keyMutations: readonly string[]): string {
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
