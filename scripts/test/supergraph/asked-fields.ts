import {
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Which share of the fields a query can come to is asked for by these documents. From 0 to 1. */
export function shareAsked(schema: GraphQLSchema, documents: readonly string[]): number {
  const within = reachable(schema);
  const asked = new Set<string>();
  const info = new TypeInfo(schema);
  const Field = ({ name }: { readonly name: { readonly value: string } }) => {
    asked.add(`${info.getParentType()?.name}.${name.value}`);
  };
  for (const document of documents) visit(parse(document), visitWithTypeInfo(info, { Field }));
  return within.filter((field) => asked.has(field)).length / within.length;
}

/** `Type.field`, from the root of queries on. */
function reachable(schema: GraphQLSchema): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const waiting = [schema.getQueryType()?.name];
  for (const name of waiting) {
    const type = schema.getType(name ?? '');
    if (!type || seen.has(type.name)) continue;
    seen.add(type.name);
    if (isAbstractType(type)) waiting.push(...schema.getPossibleTypes(type).map((one) => one.name));
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.push(`${type.name}.${field.name}`);
      waiting.push(getNamedType(field.type).name);
    }
  }
  return found;
}
