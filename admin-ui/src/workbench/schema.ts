import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  parse,
  print,
} from 'graphql';
import { ask } from './use-workbench.ts';

/** The schema as the server tells it to whoever asks: what cannot be asked for is not in it. */
export async function loadSchema(key: string): Promise<GraphQLSchema | null> {
  const { data } = await ask({ query: getIntrospectionQuery({ descriptions: true }), key });
  return data ? buildClientSchema(data as IntrospectionQuery) : null;
}

/** In the usual form, the lines before the first operation as they are; null when it cannot be read. */
export function prettified(text: string): string | null {
  try {
    const head = /^(?:#[^\n]*\n)*/.exec(text)?.[0] ?? '';
    return `${head}${print(parse(text))}\n`;
  } catch {
    return null;
  }
}
