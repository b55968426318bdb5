import { Forbidden, Invalid } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { LedgerImport } from './ledger-import.entity.ts';
import { LedgerSeal } from './ledger-seal.ts';
import { type ParsedLedger, parseLedger } from './parse-ledger.ts';

const MAX_FILE_NAME = 200;

export interface UploadedLedger {
  readonly fileName: string | undefined;
  readonly bytes: Buffer | undefined;
}

/**
 * Takes a ledger in, or refuses it as a whole. The dry run begins once this is committed.
 * @throws Forbidden `LEDGER_NOT_YOUR_DEPARTMENT`; Invalid `LEDGER_MISSING` and those of {@link parseLedger}
 */
export async function uploadLedger({ fileName, bytes }: UploadedLedger, context: Context): Promise<LedgerImport> {
  const { viewer } = context;
  const { complaintsDepartmentId } = await context.terms.office();
  const isTheirs = viewer.staffId !== null && viewer.departmentIds.includes(complaintsDepartmentId);
  if (!isTheirs) throw new Forbidden('LEDGER_NOT_YOUR_DEPARTMENT');
  if (!bytes) throw new Invalid('LEDGER_MISSING', { field: 'file' });
  const name = cleanText(lastPart(fileName ?? ''), { field: 'name', max: MAX_FILE_NAME });
  const ledgerImport = newImport(parseLedger(bytes), context, { name, departmentId: complaintsDepartmentId });
  context.em.persist(ledgerImport);
  await context.em.flush();
  await auditChange(context, {
    action: 'UPLOAD_LEDGER',
    subjectType: 'LedgerImport',
    subjectId: ledgerImport.id,
    facts: { rows: ledgerImport.totalRows, encoding: ledgerImport.encoding },
  });
  await context.enqueue('petitions.ledger-import', { importId: ledgerImport.id });
  return ledgerImport;
}

/** Browsers send a name, some old ones a path. */
function lastPart(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? '';
}

interface Origin {
  readonly name: string;
  readonly departmentId: string;
}

/** Only rows that hold something are kept, so that the dry run needs not look for the header again. */
function newImport(
  { encoding, records }: ParsedLedger,
  context: Context,
  { name, departmentId }: Origin,
): LedgerImport {
  const { em, viewer, now, options } = context;
  const { institutionId } = viewer;
  const id = newId(now);
  const { seal, wrappedKey } = LedgerSeal.fresh(id, institutionId, options.keys);
  return em.create(LedgerImport, {
    id,
    institutionId,
    departmentId,
    createdById: viewer.staffId as string,
    createdAt: now,
    encoding,
    state: 'READING',
    totalRows: records.length,
    doneRows: 0,
    appliedRows: 0,
    attempts: 0,
    version: 1,
    wrappedKey,
    fileNameSealed: seal.sealText('file_name', name),
    contentSealed: seal.sealText('content', JSON.stringify(records)),
  });
}
