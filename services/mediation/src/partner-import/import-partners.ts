import { authorize, CodedError, Invalid } from '@everyletter/kit/errors';
import { readSheet, type SheetRow } from '@everyletter/kit/sheet';
import { localDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { Mediator, PartnerOrganisation } from '../organisation/organisation.entity.ts';
import type { SaveMediatorInput, SavePartnerInput } from '../organisation/organisation.inputs.ts';
import { canSavePartner, saveMediator, savePartner } from '../organisation/save-partner.ts';
import type { ImportPartnersInput, PartnerImport, PartnerImportRow } from './partner-import.type.ts';
import { onlySaid, PARTNER_COLUMNS, type PartnerColumn, readPartnerRow, UnknownWord } from './rules/partner-columns.ts';

/** A directory is small; a larger file is another one. */
const LAYOUT = { columns: PARTNER_COLUMNS, maxRows: 500, maxMegabytes: 0.15 };

type Cells = Readonly<Record<PartnerColumn, string>>;

/**
 * Each row as if it were entered by hand: a partner by its name, and of its mediators by theirs. A refused row changes
 * nothing and holds no other up; a dry run changes nothing at all.
 * @throws Invalid of `kit/sheet`
 */
export async function importPartners(
  { content, dryRun }: ImportPartnersInput,
  context: Context,
): Promise<PartnerImport> {
  const { em, viewer, partners } = context;
  authorize(canSavePartner(viewer));
  const { rows, unknownTitles } = await readSheet(Buffer.from(content, 'base64'), LAYOUT);
  await em.execute('savepoint before_import');
  const done: PartnerImportRow[] = [];
  for (const row of rows) done.push(await importRow(row, context));
  if (dryRun) {
    await em.execute('rollback to savepoint before_import');
    em.clear();
    partners.forget();
    return { rows: done, unknownTitles };
  }
  const facts = { rows: done.length, refused: done.filter(({ outcome }) => outcome === 'REFUSED').length };
  const subjectId = viewer.institutionId;
  await auditChange(context, { action: 'IMPORT_PARTNERS', subjectType: 'Institution', subjectId, facts });
  return { rows: done, unknownTitles };
}

async function importRow({ line, cells }: SheetRow<PartnerColumn>, context: Context): Promise<PartnerImportRow> {
  const { em, partners } = context;
  const name = cells.mediator ? `${cells.partner}　${cells.mediator}` : cells.partner;
  await em.execute('savepoint one_row');
  try {
    return { line, name, outcome: await takeRow(cells, context), code: null, field: null };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    em.clear();
    partners.forget();
    await em.execute('rollback to savepoint one_row');
    return { line, name, outcome: 'REFUSED', ...refusal };
  }
}

async function takeRow(cells: Cells, context: Context): Promise<'ADD' | 'CHANGE'> {
  const { em, viewer, partners } = context;
  const said = readPartnerRow(cells);
  const { institutionId } = viewer;
  const known = await em.findOne(PartnerOrganisation, { institutionId, name: cells.partner });
  const organisation = await savePartner(partnerInput(cells, said.partner, known), context);
  partners.forget();
  if (!cells.mediator) return known ? 'CHANGE' : 'ADD';
  const there = await em.findOne(Mediator, { organisationId: organisation.id, name: cells.mediator });
  const before = there ?? {
    accreditation: null,
    fields: organisation.fields,
    languages: ['普通话'],
    active: true,
    isAdministrator: false,
  };
  const { accreditation, fields, languages, active, isAdministrator } = before;
  await saveMediator(
    {
      id: there?.id ?? null,
      version: there?.version ?? null,
      organisationId: organisation.id,
      name: cells.mediator,
      ...{ accreditation, fields: fields as SaveMediatorInput['fields'], languages, active, isAdministrator },
      ...onlySaid(said.mediator),
    },
    context,
  );
  partners.forget();
  return known && there ? 'CHANGE' : 'ADD';
}

type SaidOfPartner = ReturnType<typeof readPartnerRow>['partner'];

/** @throws Invalid `PARTNER_KIND_MISSING`, `DATE_INVALID` */
function partnerInput(cells: Cells, said: SaidOfPartner, known: PartnerOrganisation | null): SavePartnerInput {
  if (!known && !said.kind) throw new Invalid('PARTNER_KIND_MISSING', { field: 'kind' });
  const { agreementFrom, agreementUntil, ...rest } = said;
  const days = {
    agreementFrom: agreementFrom === undefined ? undefined : localDate(agreementFrom, 'agreementFrom'),
    agreementUntil: agreementUntil === undefined ? undefined : localDate(agreementUntil, 'agreementUntil'),
  };
  const before = known ?? { isLawfulMediationBody: false, active: true, fields: [] };
  return {
    ...before,
    id: known?.id ?? null,
    name: cells.partner,
    ...onlySaid({ ...rest, ...days }),
  } as SavePartnerInput;
}

function refusalOf(error: unknown): { readonly code: string; readonly field: string | null } | null {
  if (error instanceof UnknownWord) return { code: 'WORD_UNKNOWN', field: error.column };
  if (!(error instanceof CodedError)) return null;
  return { code: error.code, field: (error.details.field ?? null) as string | null };
}
