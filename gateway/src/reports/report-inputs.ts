import { Refusal } from '../http/refusal.ts';
import { asMap, readName } from '../keys/key-inputs.ts';
import { AD_HOC_LIMITS, readWithin } from '../operations/document-limits.ts';
import type { WantedReport } from './saved-reports.ts';

const MAX_VARIABLES = 4000;

/** @throws Refusal naming the field, or what the limits of documents are refused with */
export function readWantedReport(body: unknown): WantedReport {
  const { name, document, variables = {}, shared = false, version = null } = asMap(body);
  const clean = readName(name);
  // It stands in an address.
  if (/[/?#%]/.test(clean) || clean.startsWith('.'))
    throw new Refusal(400, 'SAVED_REPORT_NAME_INVALID', { field: 'name' });
  if (typeof document !== 'string') throw new Refusal(400, 'BODY_INVALID', { field: 'document' });
  readWithin(document, AD_HOC_LIMITS);
  if (typeof shared !== 'boolean') throw new Refusal(400, 'BODY_INVALID', { field: 'shared' });
  const isVersion = version === null || Number.isInteger(version);
  if (!isVersion) throw new Refusal(400, 'BODY_INVALID', { field: 'version' });
  const values = asMap(variables);
  if (JSON.stringify(values).length > MAX_VARIABLES) throw new Refusal(400, 'BODY_INVALID', { field: 'variables' });
  return { name: clean, document, variables: values, shared, version: version as number | null };
}
