import { type DocumentNode, type FragmentDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { Refusal } from '../http/refusal.ts';

/** How large a document somebody may send who is not the application itself. */
export interface DocumentLimits {
  readonly characters: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  /** Fields, fragments counted at each use. */
  readonly fields: number;
}

export const AD_HOC_LIMITS: DocumentLimits = { characters: 20_000, tokens: 2000, depth: 12, aliases: 30, fields: 600 };

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
  const document = read(text, limits.tokens);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === 'FragmentDefinition') fragments.set(node.name.value, node);
  const measure: Measure = { depth: 0, aliases: 0, fields: 0 };
  for (const node of document.definitions) {
    if (node.kind === 'OperationDefinition')
      walk(node.selectionSet, 1, { fragments, measure, limits, open: new Set() });
  }
  refuseAbove('DOCUMENT_TOO_DEEP', measure.depth, limits.depth);
  refuseAbove('DOCUMENT_TOO_MANY_ALIASES', measure.aliases, limits.aliases);
  refuseAbove('DOCUMENT_TOO_COSTLY', measure.fields, limits.fields);
  return document;
}

interface Walk {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly measure: Measure;
  readonly limits: DocumentLimits;
  /** Fragments being walked: a circle is for validation to refuse. */
  readonly open: Set<string>;
}

function walk(set: SelectionSetNode | undefined, depth: number, walking: Walk): void {
  const { measure, limits, fragments, open } = walking;
  if (!set || measure.fields > limits.fields || depth > limits.depth + 1) return;
  for (const selection of set.selections) {
    if (selection.kind === 'Field') {
      measure.fields += 1;
      measure.depth = Math.max(measure.depth, depth);
      if (selection.alias) measure.aliases += 1;
      walk(selection.selectionSet, depth + 1, walking);
    } else if (selection.kind === 'InlineFragment') walk(selection.selectionSet, depth, walking);
    else if (!open.has(selection.name.value)) {
      open.add(selection.name.value);
      walk(fragments.get(selection.name.value)?.selectionSet, depth, walking);
      open.delete(selection.name.value);
    }
  }
}

function read(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { noLocation: true, maxTokens });
  } catch (error) {
    const tooMany = error instanceof Error && /more that \d+ tokens|more than \d+ tokens/.test(error.message);
    if (tooMany) throw new Refusal(400, 'DOCUMENT_TOO_LONG', { limit: maxTokens, unit: 'tokens' });
    throw new Refusal(400, 'DOCUMENT_INVALID');
  }
}

function refuseAbove(code: string, found: number, limit: number): void {
  if (found > limit) throw new Refusal(400, code, { limit, found });
}
