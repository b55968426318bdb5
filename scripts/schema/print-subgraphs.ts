import { writeFileSync } from 'node:fs';
import { fieldsFor } from '@everyletter/kit/policy';
import { parse, print } from 'graphql';
import { SERVICES } from '../serve/services.ts';
import { HEADER } from './compose.ts';

/** Writes each service's SDL as its code declares it, and what of it a reporter may ask for. */
export function printSubgraphs(directory: URL): void {
  const reporter: Record<string, readonly string[]> = {};
  for (const { name, buildSchema } of SERVICES) {
    const { sdl, policy } = buildSchema();
    writeFileSync(new URL(`${name}.graphql`, directory), `${HEADER}${print(parse(sdl)).trim()}\n`);
    reporter[name] = fieldsFor(policy, 'REPORTER');
  }
  writeFileSync(new URL('reporter.json', directory), `${JSON.stringify(reporter, null, 2)}\n`);
}
