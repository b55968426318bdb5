import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { Invalid } from './errors.ts';

/** Rows a page may hold at the most. */
export const PAGE_MAX = 100;

/**
 * Checks the `first` argument.
 * @throws Invalid `PAGE_SIZE_INVALID`
 */
export function pageSize(first: number, field = 'first'): number {
  if (!Number.isInteger(first) || first < 1 || first > PAGE_MAX)
    throw new Invalid('PAGE_SIZE_INVALID', { field, min: 1, max: PAGE_MAX });
  return first;
}

/** Opaque to callers: the sort key of the last row, as JSON in base64url. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws Invalid `CURSOR_INVALID` unless it is a list of strings and numbers of this `length`. */
export function decodeCursor(cursor: string, length: number, field = 'after'): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey =
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === 'string' || typeof part === 'number');
    if (isKey) return key as (string | number)[];
  } catch {
    // falls through to the coded refusal
  }
  throw new Invalid('CURSOR_INVALID', { field });
}

@Directive('@shareable')
@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;
}

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

/** Makes the connection and edge types of a node: `PetitionConnection`, `PetitionEdge`. */
export function connectionOf<Node extends object>(nodeType: ClassType<Node>, name: string) {
  @ObjectType(`${name}Edge`)
  class NodeEdge {
    @Field(() => nodeType)
    readonly node!: Node;

    @Field(() => String)
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`)
  abstract class NodeConnection {
    @Field(() => [NodeEdge])
    readonly edges!: readonly NodeEdge[];

    @Field(() => PageInfo)
    readonly pageInfo!: PageInfo;

    /** Counted only when asked for. */
    @Field(() => Int)
    readonly totalCount!: number;
  }
  return NodeConnection;
}

/** Cuts the look-ahead row off and says whether there was one. `rows` holds up to `first + 1`. */
export function toConnection<Node>(
  rows: readonly Node[],
  first: number,
  keyOf: (node: Node) => readonly (string | number)[],
): Connection<Node> {
  const page = rows.slice(0, first);
  const edges = page.map((node) => ({ node, cursor: encodeCursor(keyOf(node)) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
