import type { introspection } from './generated/graphql-env.d.ts';

type Types = introspection['types'];

/** The values of an enum of the schema: `ValuesOf<'Channel'>`. */
export type ValuesOf<Name extends keyof Types> = Types[Name] extends { enumValues: infer Values } ? Values : never;
