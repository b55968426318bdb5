import { readFileSync } from 'node:fs';
import { buildASTSchema, type GraphQLNamedType, isEnumType, isInputObjectType, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { SERVICES } from '../serve/services.ts';

/** What a service prints is what `schema/` promises: every type, field, argument, default and directive. */
test.each(SERVICES.map((service) => [service.name, service] as const))('%s prints its contract', (name, service) => {
  const promised = readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8');
  expect(coordinatesOf(service.buildSchema().sdl)).toEqual(coordinatesOf(promised));
});

/** One line for each thing a client could rely on; words of descriptions are left to the code. */
function coordinatesOf(sdl: string): string[] {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__') && !isBuiltIn(name));
  return types.flatMap(linesOf).sort();
}

function isBuiltIn(name: string): boolean {
  return ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name);
}

function linesOf(type: GraphQLNamedType): string[] {
  const directives = type.astNode?.directives ?? [];
  const lines = [`${type.name}${directives.map(({ name }) => ` @${name.value}`).join('')}`];
  if (isEnumType(type)) lines.push(...type.getValues().map((value) => `${type.name}.${value.name}`));
  if (isInputObjectType(type)) {
    for (const { name, type: of, defaultValue } of Object.values(type.getFields()))
      lines.push(`${type.name}.${name}: ${of}${defaultOf(defaultValue)}`);
  }
  if (isObjectType(type)) {
    for (const { name, args, type: of } of Object.values(type.getFields())) {
      const given = args
        .map((arg) => `${arg.name}: ${arg.type}${defaultOf(arg.defaultValue)}`)
        .sort()
        .join(', ');
      lines.push(`${type.name}.${name}(${given}): ${of}`);
    }
  }
  return lines;
}

function defaultOf(value: unknown): string {
  return value === undefined ? '' : ` = ${JSON.stringify(value)}`;
}
