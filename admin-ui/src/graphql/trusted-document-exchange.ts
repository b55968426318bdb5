import { documentChecks } from 'virtual:trusted-documents';
import { type Exchange, makeOperation, mapExchange, type Operation } from '@urql/core';
import type { DocumentNode } from 'graphql';

/** Sends `documentId` instead of the text: the gateway answers only documents that were there when the SPA was built. */
export function trustedDocumentExchange(): Exchange {
  const written = new Map<number, Operation>();
  return mapExchange({
    onOperation(operation) {
      if (operation.kind === 'teardown') {
        written.delete(operation.key);
        return operation;
      }
      written.set(operation.key, operation);
      const query = { kind: 'Document', definitions: [], documentId: idOf(operation) } as unknown as DocumentNode;
      const { key, variables, context } = operation;
      return makeOperation(operation.kind, { key, query, variables } as Operation, context);
    },
    onResult: (result) => ({ ...result, operation: written.get(result.operation.key) ?? result.operation }),
  });
}

function idOf({ query }: Operation): string {
  return trustedDocument(query).id;
}

/** The name of a document's operation, and the id the gateway knows it by. */
export function trustedDocument({ definitions }: { readonly definitions: readonly object[] }) {
  const [operation] = definitions as readonly { name?: { value: string } }[];
  const name = operation?.name?.value ?? '';
  const check = documentChecks[name];
  if (!check) throw new Error(`No trusted document for ${name}`);
  return { name, id: `${name}.${check}` };
}
