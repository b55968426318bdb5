import 'reflect-metadata';
import type { Scope } from '@everyletter/kit/database';
import { isId } from '@everyletter/kit/id';
import type { ServiceDefinition } from '@everyletter/kit/service';
import { startSubgraph } from '@everyletter/kit/subgraph';
import { buildSubgraph } from '@everyletter/kit/subgraph-schema';
import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { migrations } from '../migrations/list.ts';
import { Consent } from './consent/consent.entity.ts';
import type { Context } from './context.ts';
import { Mediator, PartnerOrganisation } from './organisation/organisation.entity.ts';
import {
  InstitutionResolver,
  MediatorResolver,
  PartnerOrganisationResolver,
} from './organisation/organisation.resolver.ts';
import { Partners } from './organisation/partners.repository.ts';
import { Parties } from './party/parties.repository.ts';
import { Party } from './party/party.entity.ts';
import { PartyResolver } from './party/party.resolver.ts';
import { mediationPolicy } from './policy-table.ts';
import { Referral } from './referral/referral.entity.ts';
import { MatterResolver, ReferralConnectionResolver, ReferralResolver } from './referral/referral.resolver.ts';
import { Referrals } from './referral/referrals.repository.ts';
import { Terms } from './terms/terms.entity.ts';
import { TermsInForce } from './terms/terms.repository.ts';

const entities = [PartnerOrganisation, Mediator, Referral, Party, Consent, Terms];

/** Partner organisations, their mediators, and what is referred to them. */
export const mediationService: ServiceDefinition = {
  name: 'mediation',
  migrations,
  entities,
  buildSchema,
  start: (options) =>
    startSubgraph<Context>(
      {
        schema: buildSchema(),
        database: { schema: 'mediation', entities },
        scopeOf,
        context: (base) => ({
          ...base,
          partners: new Partners(base.em),
          referrals: new Referrals(base.em),
          parties: new Parties(base.em),
          terms: new TermsInForce(base.em, base.viewer.institutionId, base.today),
        }),
      },
      options,
    ),
};

/** Leaders see the institution, colleagues their departments; whoever comes from outside sees their own organisation. */
function scopeOf(viewer: Viewer): Scope {
  if (hasRole(viewer, 'LEADER') || viewer.via === 'SYSTEM') return 'INSTITUTION';
  return viewer.roles.some((role) => role !== 'DUTY_LAWYER' && role !== 'MEDIATOR') ? 'DEPARTMENT' : 'NONE';
}

function buildSchema() {
  type Reference = { readonly id: string };
  return buildSubgraph({
    resolvers: [
      PartnerOrganisationResolver,
      MediatorResolver,
      InstitutionResolver,
      ReferralResolver,
      ReferralConnectionResolver,
      MatterResolver,
      PartyResolver,
    ],
    references: {
      PartnerOrganisation: ({ id }: Reference, { partners }: Context) => partners.organisation(id),
      Mediator: ({ id }: Reference, { partners }: Context) => partners.mediator(id),
      Referral: ({ id }: Reference, { referrals }: Context) => referrals.find(id),
      // The petitions subgraph says whether the matter is there; here only its referrals are guarded.
      Matter: ({ id }: Reference) => (isId(id) ? { id } : null),
      Institution: ({ id }: Reference, { partners }: Context) => partners.institution(id),
    },
    policy: mediationPolicy,
  });
}
