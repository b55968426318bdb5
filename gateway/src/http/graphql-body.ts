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
