import { documentIds } from 'virtual:trusted-documents';
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
  const name = operationName(query);
  const id = name && documentIds[name];
  if (!id) throw new Error(`No trusted document for ${name}`);
  return id;
}

function operationName({ definitions }: { definitions: readonly object[] }): string | undefined {
  const [operation] = definitions as readonly { name?: { value: string } }[];
  return operation?.name?.value;
}
