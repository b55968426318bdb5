import { type DocumentNode, type FieldNode, GraphQLError, Kind, type NameNode, visit } from 'graphql';

/**
 * Clients choose aliases, and an alias may take the name of another field: `{ people { id: name } }`. Were it sent on as
 * it is, the name would stand where a person's key is looked up. So in what is planned, every alias is set apart.
 */
const ALIAS = '_c_';

/** The document as it is planned: aliases set apart, `__typename` under its own name only. */
export function plannedDocument(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field(node): FieldNode | undefined {
      if (!node.alias) return undefined;
      const key = mergedKey(node.alias.value, node.name.value);
      const alias: NameNode | undefined = key === node.name.value ? undefined : { kind: Kind.NAME, value: key };
      return { ...node, alias };
    },
  });
}

/** Under which key of the merged tree a field stands that the client asked for under `key`. */
export function mergedKey(key: string, name: string): string {
  return key === name || name === '__typename' ? name : ALIAS + key;
}

/** A path in the merged tree as the client reads it. */
export function clientPath(path: readonly (string | number)[]): (string | number)[] {
  return path.map((segment) =>
    typeof segment === 'string' && segment.startsWith(ALIAS) ? segment.slice(ALIAS.length) : segment,
  );
}

/**
 * Names a client may not choose: response keys that every JavaScript object answers to, keys that look like
 * introspection, and variables that would shadow those of the plan.
 */
export function reservedNameErrors(document: DocumentNode): GraphQLError[] {
  const errors: GraphQLError[] = [];
  visit(document, {
    Field({ alias, name }) {
      if (!alias || alias.value === name.value || !isReservedKey(alias.value)) return;
      errors.push(new GraphQLError(`The alias ${alias.value} is reserved`));
    },
    VariableDefinition({ variable: { name } }) {
      if (!/^__|^representations$/.test(name.value)) return;
      errors.push(new GraphQLError(`The variable ${name.value} is reserved`));
    },
  });
  return errors;
}

function isReservedKey(key: string): boolean {
  return key.startsWith('__') || key in Object.prototype;
}
