import { writeFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { SERVICES } from '../serve/services.ts';
import { HEADER } from './compose.ts';

/** Writes each service's SDL as its code declares it. */
export function printSubgraphs(directory: URL): void {
  for (const { name, buildSchema } of SERVICES) {
    const sdl = print(parse(buildSchema().sdl)).trim();
    writeFileSync(new URL(`${name}.graphql`, directory), `${HEADER}${sdl}\n`);
  }
}
