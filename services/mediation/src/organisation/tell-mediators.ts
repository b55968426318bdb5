import type { Context } from '../context.ts';

/** Who may come in, and who no longer: ids and flags, no name. */
export const MEDIATOR_CHANGED = 'mediation.mediator-changed';

interface Untold {
  readonly id: string;
  readonly organisationId: string;
  readonly active: boolean;
  readonly isAdministrator: boolean;
  readonly version: number;
}

/** Tells what was not told yet, in the transaction of the change, or in a round for those from before. */
export async function tellMediators({ em, publish }: Context): Promise<void> {
  const untold = await em.execute<Untold[]>(
    `update mediation.mediator set told_version = version where told_version <> version
     returning id, organisation_id as "organisationId", active, is_administrator as "isAdministrator", version`,
  );
  for (const { id: mediatorId, organisationId: partnerOrganisationId, ...told } of untold) {
    await publish(MEDIATOR_CHANGED, { ...told, mediatorId, partnerOrganisationId });
  }
}
