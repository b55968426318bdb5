import { parse, type TypeNode, type VariableDefinitionNode } from 'graphql';
import { Refusal } from '../http/refusal.ts';

type Values = Readonly<Record<string, unknown>>;

/** Names in an address that are not variables. */
const OWN_NAMES = new Set(['format', 'list']);

/**
 * Variables of an address, `?from=2026-01-01&to=2026-03-31`: read as the document declares them.
 * @throws Refusal `VARIABLES_INVALID` for one it does not declare
 */
export function fromAddress(query: Values, document: string): Values {
  const declared = new Map(definitionsIn(document).map(({ variable, type }) => [variable.name.value, type]));
  const given = Object.entries(query).filter(([name]) => !OWN_NAMES.has(name));
  return Object.fromEntries(
    given.map(([name, value]) => {
      const type = declared.get(name);
      if (!type) throw new Refusal(400, 'VARIABLES_INVALID', { field: name, reason: 'UNKNOWN' });
      return [name, read(String(value), type)];
    }),
  );
}

/** A report is of the year so far, unless told otherwise. */
export function withPeriod(variables: Values, document: string, today: string): Values {
  const names = new Set(definitionsIn(document).map(({ variable }) => variable.name.value));
  const year = { from: `${today.slice(0, 4)}-01-01`, to: today };
  const missing = Object.entries(year).filter(([name]) => names.has(name) && variables[name] === undefined);
  return { ...variables, ...Object.fromEntries(missing) };
}

function definitionsIn(document: string): VariableDefinitionNode[] {
  const operation = parse(document, { noLocation: true }).definitions.find((one) => one.kind === 'OperationDefinition');
  return [...(operation?.variableDefinitions ?? [])];
}

function read(text: string, type: TypeNode): unknown {
  const named = type.kind === 'NonNullType' ? type.type : type;
  if (named.kind === 'NamedType' && !['Int', 'Float', 'Boolean'].includes(named.name.value)) {
    return named.name.value.endsWith('Input') ? json(text) : text;
  }
  return json(text);
}

/** What is not JSON goes as it is, and is refused by the type it should have. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
