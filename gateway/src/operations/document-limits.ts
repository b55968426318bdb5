import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
} from 'graphql';
import { Refusal } from '../http/refusal.ts';

/** How large a document somebody may send who is not the application itself. */
export interface DocumentLimits {
  readonly characters: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  /** Fields, fragments counted at each use. */
  readonly fields: number;
  /** Values it may ask for, by the sizes of its lists. */
  readonly cost: number;
}

export const AD_HOC_LIMITS: DocumentLimits = {
  characters: 20_000,
  tokens: 2000,
  depth: 12,
  aliases: 30,
  fields: 600,
  cost: 50_000,
};

/** Fragments within fragments could be counted for years; beyond this many fields nobody counts on. */
const WALK_AT_MOST = 20_000;

/** What tools ask about the schema is deep and is kept in bounds by a rule of its own (graphql-js). */
const ABOUT_SCHEMA = new Set(['__schema', '__type']);

interface Measure {
  depth: number;
  aliases: number;
  fields: number;
}

/**
 * Reads a document within limits.
 * @throws Refusal saying which limit and by how much
 */
export function readWithin(text: string, limits: DocumentLimits): DocumentNode {
  refuseAbove('DOCUMENT_TOO_LONG', text.length, limits.characters);
  refuseAbove('DOCUMENT_TOO_MANY_TOKENS', tokensIn(text), limits.tokens);
  const document = read(text);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === 'FragmentDefinition') fragments.set(node.name.value, node);
  const measure: Measure = { depth: 0, aliases: 0, fields: 0 };
  for (const node of document.definitions) {
    if (node.kind === 'OperationDefinition') walk(node.selectionSet, 1, { fragments, measure, open: new Set() });
  }
  refuseAbove('DOCUMENT_TOO_DEEP', measure.depth, limits.depth);
  refuseAbove('DOCUMENT_TOO_MANY_ALIASES', measure.aliases, limits.aliases);
  refuseAbove('DOCUMENT_TOO_MANY_FIELDS', measure.fields, limits.fields);
  return document;
}

interface Walk {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly measure: Measure;
  /** Fragments being walked: a circle is for validation to refuse. */
  readonly open: Set<string>;
}

function walk(set: SelectionSetNode | undefined, depth: number, walking: Walk): void {
  const { measure, fragments, open } = walking;
  if (!set || measure.fields > WALK_AT_MOST) return;
  for (const selection of set.selections) {
    if (selection.kind === 'Field') {
      measure.fields += 1;
      measure.depth = Math.max(measure.depth, depth);
      if (selection.alias) measure.aliases += 1;
      if (ABOUT_SCHEMA.has(selection.name.value)) continue;
      walk(selection.selectionSet, depth + 1, walking);
    } else if (selection.kind === 'InlineFragment') walk(selection.selectionSet, depth, walking);
    else if (!open.has(selection.name.value)) {
      open.add(selection.name.value);
      walk(fragments.get(selection.name.value)?.selectionSet, depth, walking);
      open.delete(selection.name.value);
    }
  }
}

function read(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw unreadable(error);
  }
}

/** As the reader counts them, comments left out. */
function tokensIn(text: string): number {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  try {
    while (lexer.advance().kind !== '<EOF>') tokens += 1;
  } catch (error) {
    throw unreadable(error);
  }
  return tokens;
}

/** Where it cannot be read; what stands there its writer knows. */
function unreadable(error: unknown): Refusal {
  const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
  return new Refusal(400, 'DOCUMENT_INVALID', place && { line: place.line, column: place.column });
}

/** @throws Refusal with the limit and what was found */
export function refuseAbove(code: string, found: number, limit: number): void {
  if (found > limit) throw new Refusal(400, code, { limit, found });
}
