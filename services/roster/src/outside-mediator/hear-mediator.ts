import { hear } from '@everyletter/kit/events';
import { v } from '@everyletter/kit/shape';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { OutsideMediator } from './outside-mediator.entity.ts';

const id = v.pipe(v.string(), v.uuid());

/** A disabled mediator is signed out and stays out; one who comes back may come in again. */
export const hearMediator = hear(
  v.object({
    version: v.number(),
    mediatorId: id,
    partnerOrganisationId: id,
    active: v.boolean(),
    isAdministrator: v.boolean(),
  }),
  async ({ version, mediatorId, ...told }, context: Context) => {
    const { em, accounts, viewer, now } = context;
    const there = await em.findOne(OutsideMediator, { id: mediatorId });
    if (there && there.version >= version) return;
    const wasActive = there?.active ?? true;
    if (there) em.assign(there, { ...told, version });
    else em.create(OutsideMediator, { id: mediatorId, institutionId: viewer.institutionId, ...told, version });
    await em.flush();
    const accountId = await accounts.ofOutsidePerson(null, mediatorId);
    if (!accountId || wasActive === told.active) return;
    if (told.active) await accounts.enable(accountId);
    else await accounts.disable(accountId, now);
    await em.flush();
    const action = told.active ? 'ENABLE_MEDIATOR' : 'DISABLE_MEDIATOR';
    await auditChange(context, { action, subjectType: 'Account', subjectId: accountId, facts: { mediatorId } });
  },
);
