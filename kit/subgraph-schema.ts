import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { GraphQLScalarType, parse, specifiedDirectives } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { Invalid } from './errors.ts';
import { neverStreamed } from './live.ts';
import { assertPolicyCovers, enforcePolicy, type PolicyTable } from './policy.ts';
import type { SubgraphSchema } from './service.ts';
import { isLocalDate } from './time.ts';
import { ROLES } from './viewer.ts';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override", "@interfaceObject", "@tag"])`;

/** Loads an entity another subgraph points at; `null` when it is not visible to the viewer. */
export type ReferenceResolver = (reference: never, context: never) => unknown;

export interface SubgraphOptions {
  readonly resolvers: NonEmptyArray<(...args: never[]) => unknown> | NonEmptyArray<new (...args: never[]) => unknown>;
  readonly orphanedTypes?: readonly (new (...args: never[]) => unknown)[];
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  readonly policy: PolicyTable;
}

/**
 * Decorated classes → federation SDL and an executable schema with the policy table in front of it.
 * @throws PolicyTableError when a field, mutation or entity has no row
 */
export function buildSubgraph({ resolvers, orphanedTypes = [], references, policy }: SubgraphOptions): SubgraphSchema {
  readPlainly();
  const decorated = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<() => void>,
    orphanedTypes: orphanedTypes as unknown as (() => void)[],
    validate: false,
    skipCheck: true,
    directives: [...specifiedDirectives],
    pubSub: { publish: neverStreamed, subscribe: neverStreamed },
  });
  const sdl = `${FEDERATION}\n\n${printSchemaWithDirectives(decorated)}\n`;
  const resolverMap = createResolversMap(decorated) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(references)) {
    resolverMap[type] = { ...resolverMap[type], __resolveReference: resolve };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolverMap as never }]);
  assertPolicyCovers(schema, Object.keys(references), policy);
  enforcePolicy(schema, policy, ROLES);
  return { schema, sdl, policy };
}

interface DecoratedField {
  readonly name: string;
  readonly schemaName: string;
  simple?: boolean;
}

/**
 * A field without a resolver of its own is a property: no call stands before it, which lists would pay per row and
 * field. Decorators keep their fields in a global variable; one that has another name in the schema is left as it is.
 */
function readPlainly(): void {
  const { TypeGraphQLMetadataStorage: decorated } = globalThis as unknown as {
    readonly TypeGraphQLMetadataStorage: { readonly fields: readonly DecoratedField[] };
  };
  for (const field of decorated.fields) field.simple ??= field.name === field.schemaName;
}

/** `YYYY-MM-DD`, a civil day in Asia/Shanghai. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A civil day in Asia/Shanghai, YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: (value) => {
    if (typeof value !== 'string' || !isLocalDate(value)) throw new Invalid('DATE_INVALID');
    return value;
  },
});

/** An instant: `2026-11-24T02:30:00.000Z`. */
export const DateTimeScalar = new GraphQLScalarType({ ...GraphQLDateTimeISO.toConfig(), name: 'DateTime' });
