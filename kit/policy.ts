import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { Forbidden } from './errors.ts';
import { hasRole, type Role, type Viewer } from './viewer.ts';

/**
 * Default deny. Every field, mutation and entity of a subgraph has a row here, or the service refuses to start.
 * A coordinate is `Type.field`, or `Type` alone for the entity door (`__resolveReference`).
 */
export type PolicyTable = Readonly<Record<string, PolicyRow>>;
export type PolicyRow = readonly Grant[];
export type Effect = 'ALLOW' | 'MASK';
export type Relation = 'ANY' | 'INSTITUTION' | 'DEPARTMENT' | 'SELF';

/** Which roles get what, when they stand in that relation to the parent object. No grant that fits = deny. */
export interface Grant {
  readonly roles: readonly Role[];
  readonly relation: Relation;
  readonly effect: Effect;
  /** Whoever comes without an account, and nobody else: a door for strangers is no door of the house. */
  readonly strangers?: true;
}

/** Open to strangers by a document that was made for them. */
export const forStrangers: PolicyRow = [{ roles: [], relation: 'ANY', effect: 'ALLOW', strangers: true }];

export function allow(roles: readonly Role[], relation: Relation = 'ANY'): Grant {
  return { roles, relation, effect: 'ALLOW' };
}

/** The value is answered through the mask of its column, never plain. */
export function mask(roles: readonly Role[], relation: Relation = 'ANY'): Grant {
  return { roles, relation, effect: 'MASK' };
}

/** The same row for several fields of a type, named with spaces between them. */
export function rows(type: string, row: PolicyRow, fields: string): PolicyTable {
  return Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));
}

/** What a parent object tells about itself for a relation to be checked. */
interface Related {
  readonly institutionId?: string;
  readonly departmentId?: string;
  readonly staffId?: string;
}

export class PolicyTableError extends Error {
  constructor(
    readonly missing: readonly string[],
    readonly unknown: readonly string[],
  ) {
    super(
      [
        'The policy table does not fit the schema.',
        ...missing.map((coordinate) => `  no row for ${coordinate}`),
        ...unknown.map((coordinate) => `  a row for ${coordinate}, which does not exist`),
      ].join('\n'),
    );
    this.name = 'PolicyTableError';
  }
}

/** @throws PolicyTableError naming every coordinate without a row and every row without a coordinate. */
export function assertPolicyCovers(schema: GraphQLSchema, entities: readonly string[], table: PolicyTable): void {
  const wanted = new Set([...entities, ...coordinatesOf(schema)]);
  const missing = [...wanted].filter((coordinate) => !table[coordinate]);
  const unknown = Object.keys(table).filter((coordinate) => !wanted.has(coordinate));
  if (missing.length > 0 || unknown.length > 0) throw new PolicyTableError(missing, unknown);
}

/** The fields somebody of that role may get an answer from, whatever the object: what their schema consists of. */
export function fieldsFor(table: PolicyTable, role: Role): string[] {
  const isFor = (row: PolicyRow) => row.some(({ roles, strangers }) => !strangers && roles.includes(role));
  return Object.keys(table)
    .filter((coordinate) => coordinate.includes('.') && isFor(table[coordinate] ?? []))
    .sort();
}

/** The strongest effect a row has for this viewer and parent; `null` is a refusal. */
export function decide(row: PolicyRow, viewer: Viewer, parent: unknown): Effect | null {
  const effects = row.filter((grant) => holds(grant, viewer, parent)).map((grant) => grant.effect);
  if (effects.includes('ALLOW')) return 'ALLOW';
  return effects.includes('MASK') ? 'MASK' : null;
}

/**
 * Puts the table in front of the resolvers. A field that every role allowed on its type may read is left as it is,
 * so that lists pay nothing for it.
 */
export function enforcePolicy(schema: GraphQLSchema, table: PolicyTable, roles: readonly Role[]): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isFederationType(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const row = table[`${type.name}.${field.name}`];
      if (row && (isRoot(schema, type) || !isOpenToAll(row, roles)))
        field.resolve = guarded(row, field.resolve ?? defaultFieldResolver);
    }
  }
  closeReferencesToStrangers(schema);
}

/** Strangers hold no role at all, so that where they could begin every row is asked. */
function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType();
}

/** The reference door belongs to the other subgraphs, which ask for people of the house. */
function closeReferencesToStrangers(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  if (!field?.resolve) return;
  const { resolve } = field;
  field.resolve = (parent, args, context: { viewer: Viewer }, info) => {
    if (context.viewer.via === 'PUBLIC') throw new Forbidden('NOT_ALLOWED', { field: '_entities' });
    return resolve(parent, args, context, info);
  };
}

function guarded(row: PolicyRow, resolve: GraphQLFieldResolver<unknown, { viewer: Viewer }>) {
  const passes = row.every(({ relation }) => relation === 'ANY') ? byViewer(row) : byParent(row);
  const guard: GraphQLFieldResolver<unknown, { viewer: Viewer }> = (parent, args, context, info) => {
    if (!passes(context.viewer, parent)) throw new Forbidden('NOT_ALLOWED', { field: info.fieldName });
    return resolve(parent, args, context, info);
  };
  return guard;
}

type Passes = (viewer: Viewer, parent: unknown) => boolean;

function byParent(row: PolicyRow): Passes {
  return (viewer, parent) => decide(row, viewer, parent) !== null;
}

/** Whatever the parent, the answer is the same: it is found once a viewer, which is once a request. */
function byViewer(row: PolicyRow): Passes {
  const known = new WeakMap<Viewer, boolean>();
  return (viewer) => {
    const before = known.get(viewer);
    if (before !== undefined) return before;
    const passes = decide(row, viewer, null) !== null;
    known.set(viewer, passes);
    return passes;
  };
}

function holds(grant: Grant, viewer: Viewer, parent: unknown): boolean {
  if (grant.strangers || viewer.via === 'PUBLIC') return grant.strangers === true && viewer.via === 'PUBLIC';
  if (!hasRole(viewer, ...grant.roles)) return false;
  const related = (parent ?? {}) as Related;
  switch (grant.relation) {
    case 'ANY':
      return true;
    case 'INSTITUTION':
      return related.institutionId === viewer.institutionId;
    case 'DEPARTMENT':
      return related.departmentId !== undefined && viewer.departmentIds.includes(related.departmentId);
    case 'SELF':
      return related.staffId !== undefined && related.staffId === viewer.staffId;
  }
}

function isOpenToAll(row: PolicyRow, roles: readonly Role[]): boolean {
  const open = row.filter((grant) => grant.effect === 'ALLOW' && grant.relation === 'ANY');
  return roles.every((role) => open.some((grant) => grant.roles.includes(role)));
}

function coordinatesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !isFederationType(type.name)
      ? Object.keys(type.getFields())
          .filter((field) => !field.startsWith('_'))
          .map((field) => `${type.name}.${field}`)
      : [],
  );
}

function isFederationType(name: string): boolean {
  return name.startsWith('_');
}
