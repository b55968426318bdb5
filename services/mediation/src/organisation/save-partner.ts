import { authorize, Conflict, Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { textOrNull } from '../referral/referral.inputs.ts';
import { isMediator, isOfficer } from '../referral/referral.policy.ts';
import { Mediator, PartnerOrganisation } from './organisation.entity.ts';
import type { SaveMediatorInput, SavePartnerInput } from './organisation.inputs.ts';
import { tellMediators } from './tell-mediators.ts';

const NAME = { min: 2, max: 100 };
const PERSON_MAX = 50;
const LIMIT_MAX = 1000;
const LANGUAGES_MAX = 10;

/** With whom the office works is its own to decide. */
export const canSavePartner = (viewer: Viewer): boolean => isOfficer(viewer) && hasRole(viewer, 'DEPARTMENT_HEAD');

/**
 * @throws Invalid `AGREEMENT_PERIOD_REVERSED`, `LIMIT_INVALID`; Conflict `ORGANISATION_CHANGED`; NotFound
 * `ORGANISATION_NOT_FOUND`
 */
export async function savePartner(input: SavePartnerInput, context: Context): Promise<PartnerOrganisation> {
  authorize(canSavePartner(context.viewer));
  const { agreementFrom = null, agreementUntil = null, openLimit = null } = input;
  if (agreementFrom && agreementUntil && agreementUntil < agreementFrom)
    throw new Invalid('AGREEMENT_PERIOD_REVERSED', { field: 'agreementUntil' });
  if (openLimit !== null && (openLimit < 0 || openLimit > LIMIT_MAX))
    throw new Invalid('LIMIT_INVALID', { field: 'openLimit', max: LIMIT_MAX });
  const values = {
    name: cleanText(input.name, { field: 'name', ...NAME }),
    kind: input.kind,
    isLawfulMediationBody: input.isLawfulMediationBody,
    active: input.active,
    agreementNumber: textOrNull(input.agreementNumber, 'agreementNumber', NAME.max),
    agreementFrom,
    agreementUntil,
    fields: [...new Set(input.fields)],
    openLimit,
  };
  const { em, viewer } = context;
  const there = input.id ? await partnerToChange(input, context) : null;
  const organisation = there
    ? em.assign(there, values)
    : em.create(PartnerOrganisation, {
        id: newId(context.now),
        institutionId: viewer.institutionId,
        version: 1,
        ...values,
      });
  em.persist(organisation);
  await em.flush();
  return said(context, 'SAVE_PARTNER', organisation);
}

async function partnerToChange({ id, version }: SavePartnerInput, { partners }: Context): Promise<PartnerOrganisation> {
  const organisation = await partners.organisation(id as string);
  if (!organisation) throw new NotFound('ORGANISATION_NOT_FOUND', { field: 'id' });
  if (organisation.version !== version) throw new Conflict('ORGANISATION_CHANGED', { field: 'version' });
  return organisation;
}

/**
 * By the office, or by the partner's own administrator, who may not make or unmake administrators, nor disable
 * themselves. Disabling holds at once, also for what is open.
 * @throws Conflict `MEDIATOR_CHANGED`; NotFound `MEDIATOR_NOT_FOUND`, `ORGANISATION_NOT_FOUND`; Invalid
 * `LANGUAGES_TOO_MANY`; RuleBroken `ADMINISTRATOR_BY_OFFICE`, `MEDIATOR_IS_SELF`
 */
export async function saveMediator(input: SaveMediatorInput, context: Context): Promise<Mediator> {
  const { em, viewer, partners } = context;
  authorize(await canSaveMediators(input.organisationId, context));
  const organisation = await partners.organisation(input.organisationId);
  if (!organisation) throw new NotFound('ORGANISATION_NOT_FOUND', { field: 'organisationId' });
  const there = input.id ? await mediatorToChange(input, context) : null;
  if (!canSavePartner(viewer)) ownLimits(input, there, viewer);
  if (input.languages.length > LANGUAGES_MAX)
    throw new Invalid('LANGUAGES_TOO_MANY', { field: 'languages', max: LANGUAGES_MAX });
  const values = {
    name: cleanText(input.name, { field: 'name', min: 1, max: PERSON_MAX }),
    accreditation: textOrNull(input.accreditation, 'accreditation', NAME.max),
    fields: [...new Set(input.fields)],
    languages: input.languages.map((one) => cleanText(one, { field: 'languages', min: 1, max: PERSON_MAX })),
    active: input.active,
    isAdministrator: input.isAdministrator,
  };
  const place = { institutionId: organisation.institutionId, organisationId: organisation.id, version: 1 };
  const mediator = there
    ? em.assign(there, values)
    : em.create(Mediator, { id: newId(context.now), ...place, ...values });
  em.persist(mediator);
  await em.flush();
  await tellMediators(context);
  return said(context, 'SAVE_MEDIATOR', mediator);
}

/** The office's head, or an active administrator of that very partner. */
export async function canSaveMediators(organisationId: string, { viewer, partners }: Context): Promise<boolean> {
  if (canSavePartner(viewer)) return true;
  if (!isMediator(viewer) || viewer.partnerOrganisationId !== organisationId) return false;
  const self = await partners.mediator(viewer.mediatorId as string);
  return self?.active === true && self.isAdministrator;
}

function ownLimits(input: SaveMediatorInput, there: Mediator | null, viewer: Viewer): void {
  if (input.isAdministrator !== (there?.isAdministrator ?? false))
    throw new RuleBroken('ADMINISTRATOR_BY_OFFICE', { field: 'isAdministrator' });
  if (there?.id === viewer.mediatorId && !input.active) throw new RuleBroken('MEDIATOR_IS_SELF', { field: 'active' });
}

async function mediatorToChange(input: SaveMediatorInput, { partners }: Context): Promise<Mediator> {
  const mediator = await partners.mediator(input.id as string);
  if (mediator?.organisationId !== input.organisationId) throw new NotFound('MEDIATOR_NOT_FOUND', { field: 'id' });
  if (mediator.version !== input.version) throw new Conflict('MEDIATOR_CHANGED', { field: 'version' });
  return mediator;
}

async function said<Saved extends { readonly id: string; readonly active: boolean }>(
  context: Context,
  action: 'SAVE_PARTNER' | 'SAVE_MEDIATOR',
  saved: Saved,
): Promise<Saved> {
  const subjectType = action === 'SAVE_PARTNER' ? 'PartnerOrganisation' : 'Mediator';
  await auditChange(context, { action, subjectType, subjectId: saved.id, facts: { active: saved.active } });
  return saved;
}
