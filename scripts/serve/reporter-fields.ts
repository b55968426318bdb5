import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReporterFields } from '@everyletter/gateway/operations/schema-views';

/** Which subgraph's part of the schema each scope of a key opens. */
const AREAS = { PETITIONS: 'petitions', RECEPTION: 'roster', COVERAGE: 'stations', MEDIATION: 'mediation' } as const;
/** Two folders up, from the source in scripts/serve and from the bundle in scripts/dist alike. */
const FILE = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../schema/reporter.json');

/** As `npm run schema` printed it from the policy tables. */
export function reporterFields(): ReporterFields {
  const bySubgraph = JSON.parse(readFileSync(FILE, 'utf8'));
  return Object.fromEntries(Object.entries(AREAS).map(([scope, subgraph]) => [scope, bySubgraph[subgraph]]));
}
