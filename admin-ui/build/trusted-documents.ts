import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDocument } from '@urql/core';
import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
  visit,
} from 'graphql';
import type { Plugin } from 'vite';

const MODULE = 'virtual:trusted-documents';
/** Hexadecimal digits. A name is used once; all hashes together would be a tenth of the first route. */
const CHECK_LENGTH = 8;
const RESOLVED = `\0${MODULE}`;

/** The documents of the SPA, as the browser would send them. */
export interface DocumentManifest {
  /** Operation name → the begin of its document's SHA-256: enough to tell one version from the next. */
  readonly checks: Readonly<Record<string, string>>;
  /** Id (`name.check`) → document; what the gateway trusts. */
  readonly documents: Readonly<Record<string, string>>;
  /** Of the documents whose operation’s name begins with `Public`: strangers may send them. */
  readonly publicIds: readonly string[];
}

/**
 * Collects every `graphql(…)` document of the sources, checks it against the schema, writes `documents.json` for the
 * gateway and tells the client each operation's check. An invalid document or a name used twice fails the build.
 */
export function trustedDocuments(options: { sources: string; schema: string }): Plugin {
  const manifest = () => collectDocuments(readSources(options.sources), readSchema(options.schema));
  return {
    name: 'everyletter:trusted-documents',
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? `export const documentChecks = ${JSON.stringify(manifest().checks)};` : null),
    generateBundle() {
      const source = `${JSON.stringify(manifest().documents, null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
      const forStrangers = `${JSON.stringify(manifest().publicIds, null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'public-documents.json', source: forStrangers });
    },
    handleHotUpdate({ server, file }) {
      if (!file.startsWith(options.sources)) return;
      const module = server.moduleGraph.getModuleById(RESOLVED);
      if (module) server.moduleGraph.invalidateModule(module);
    },
  };
}

/** @throws Error naming the operation that is invalid or defined twice. */
export function collectDocuments(sources: readonly string[], schema: GraphQLSchema): DocumentManifest {
  const { operations, fragments } = definitionsOf(sources);
  const checks: Record<string, string> = {};
  const documents: Record<string, string> = {};
  for (const [name, operation] of operations) {
    const document = withFragments(operation, fragments);
    const [refusal] = validate(schema, document);
    if (refusal) throw new Error(`${name}: ${refusal.message}`);
    const text = print(formatDocument(document));
    const check = createHash('sha256').update(text).digest('hex').slice(0, CHECK_LENGTH);
    checks[name] = check;
    documents[`${name}.${check}`] = text;
  }
  const publicIds = Object.keys(documents).filter((id) => id.startsWith('Public'));
  return { checks, documents, publicIds };
}

function definitionsOf(sources: readonly string[]) {
  const operations = new Map<string, OperationDefinitionNode>();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of sources.flatMap(documentsIn).flatMap((text) => parse(text).definitions)) {
    if (definition.kind === Kind.OPERATION_DEFINITION) define(operations, definition);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) define(fragments, definition);
  }
  return { operations, fragments };
}

function documentsIn(source: string): string[] {
  return [...source.matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(([, text]) => text ?? '');
}

function define<T extends OperationDefinitionNode | FragmentDefinitionNode>(
  known: Map<string, T>,
  definition: T,
): void {
  const name = definition.name?.value;
  if (!name) throw new Error('Every document needs a name');
  if (known.has(name)) throw new Error(`${name} is defined twice`);
  known.set(name, definition);
}

function withFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment) throw new Error(`Fragment ${value} is not defined`);
        if (used.has(value)) return;
        used.set(value, fragment);
        collect(fragment);
      },
    });
  collect(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used.values()] };
}

function readSources(folder: string): string[] {
  return globSync('**/*.{ts,vue}', { cwd: folder })
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

function readSchema(file: string): GraphQLSchema {
  return buildSchema(readFileSync(file, 'utf8'));
}
