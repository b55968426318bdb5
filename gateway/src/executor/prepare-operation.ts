import type { QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from 'graphql';
import { compilePlan } from './compile-plan.ts';
import type { Step } from './fetch-step.ts';
import { asksForSchema, asksNoSubgraph, withoutSchemaFields } from './introspection.ts';
import { plannedDocument, reservedNameErrors } from './planned-document.ts';
import { compileProjection, type Projection } from './projection.ts';
import { fieldsOf } from './selection.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Everything about an operation that does not change from one request to the next. */
export interface PreparedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Null when no subgraph is needed. */
  readonly fetch: Step | null;
  readonly project: (data: unknown, projection: Projection) => unknown;
  readonly asksForSchema: boolean;
  /** The field a subscription watches; null for what is asked once. */
  readonly watches: string | null;
}

export interface PlanningSchema {
  readonly planner: QueryPlanner;
  /** What clients see. */
  readonly api: GraphQLSchema;
  readonly types: TypeConditions;
  readonly hiddenValues: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A document is refused at the first few faults; nobody reads more, and each one costs. */
const MAX_ERRORS = 5;

/** Parses, checks, plans and compiles; or says what is wrong with the document. */
export function prepareOperation(
  text: string,
  operationName: string | undefined,
  schema: PlanningSchema & { readonly visible: GraphQLSchema },
): PreparedOperation | readonly GraphQLError[] {
  const document = read(text);
  if (document instanceof GraphQLError) return [document];
  const reserved = reservedNameErrors(document);
  if (reserved.length > 0) return reserved;
  const errors = validate(schema.visible, document, undefined, { maxErrors: MAX_ERRORS });
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, operationName);
  if (!operation) return [new GraphQLError('The document does not hold the operation')];
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition')
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const context = { schema: schema.api, fragments, hiddenValues: schema.hiddenValues };
  const wantsSchema = asksForSchema(operation, fragments);
  const ofSubgraphs = wantsSchema ? withoutSchemaFields(document, schema.api) : document;
  const planned = print(plannedDocument(ofSubgraphs));
  const parts = [{ selections: operation.selectionSet.selections, conditions: [] }];
  const root = schema.api.getRootType(operation.operation) as GraphQLObjectType;
  const rootFields = fieldsOf(root, parts, context);
  const fetch = asksNoSubgraph(rootFields) ? null : plan(planned, operationName, schema);
  if (fetch instanceof GraphQLError) return [fetch];
  return {
    document,
    operation,
    fetch,
    project: compileProjection(operation, context),
    asksForSchema: wantsSchema,
    watches: operation.operation === 'subscription' ? (rootFields[0]?.name ?? null) : null,
  };
}

/** The planner refuses what no subgraph can answer; the schema alone does not tell. */
function plan(
  text: string,
  operationName: string | undefined,
  { planner, types }: PlanningSchema,
): Step | null | GraphQLError {
  try {
    const { node } = planner.plan(text, operationName, new Set(), 0);
    return node ? compilePlan(node, types) : null;
  } catch {
    return new GraphQLError('No subgraph can answer this selection');
  }
}

function read(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError('The document cannot be read');
  }
}
