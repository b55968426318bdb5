import { addDays, type LocalDate } from '@everyletter/kit/time';
import type pg from 'pg';
import { sealNames } from '../src/consultation/sealed-consultation.ts';
import { plantOpinion } from './consultations.ts';
import type { StationsDemoOptions } from './load.ts';
import { DEMO_LAWYERS, demoId } from './people.ts';

const REPRESENTATION = 22;
/** Nobody’s account: whoever asked the lawyer. */
const CLERK = demoId(5, 1);

/** Every name is invented. The first lawyer has an account. */
const REPRESENTED = [
  {
    person: '葛小雨',
    parties: [],
    state: 'ACTIVE',
    scope: ['GIVE_OPINIONS', 'READ_CASE_FILE', 'RECEIVE_ANSWERS'],
    daysAgo: 8,
    matter: 1,
  },
  {
    person: '田静姝',
    parties: ['孟广田'],
    state: 'PROPOSED',
    scope: ['GIVE_OPINIONS', 'ATTEND_HEARING'],
    daysAgo: 1,
    matter: 0,
  },
] as const;

/** One who acts and waits for the answer to an opinion, and one who is asked. */
export async function plantRepresentations(client: pg.Client, options: StationsDemoOptions): Promise<void> {
  const { rowCount } = await client.query('select 1 from stations.representation limit 1');
  if (rowCount) return;
  for (const [at, one] of REPRESENTED.entries()) {
    const matterId = options.matterIds[one.matter];
    if (matterId) await plantRepresentation(client, { ...one, id: demoId(REPRESENTATION, at + 1), matterId }, options);
  }
}

type Planted = (typeof REPRESENTED)[number] & { readonly id: string; readonly matterId: string };

async function plantRepresentation(client: pg.Client, one: Planted, options: StationsDemoOptions): Promise<void> {
  const { institution, keys, today } = options;
  const place = { id: one.id, institutionId: institution.id };
  const { wrappedKey, personSealed, personIndex, partiesSealed, partyIndexes } = sealNames(
    one.person,
    one.parties,
    place,
    keys,
  );
  const proposedOn = addDays(today, -one.daysAgo);
  const acceptedOn: LocalDate | null = one.state === 'ACTIVE' ? addDays(proposedOn, 1) : null;
  const [lawyer] = DEMO_LAWYERS;
  await client.query(
    `insert into stations.representation (id, institution_id, matter_id, lawyer_id, firm_id, kind, scope, consent_form,
       consented_on, state, proposed_by_id, proposed_on, accepted_on, wrapped_key, person_sealed, person_index,
       parties_sealed, party_indexes)
     values ($1, $2, $3, $4, $5, 'PUBLIC_INTEREST', $6, 'WRITTEN', $7, $8, $9, $7, $10, $11, $12, $13, $14, $15)`,
    [
      one.id,
      institution.id,
      one.matterId,
      lawyer?.id,
      lawyer?.firmId,
      one.scope,
      proposedOn,
      one.state,
      CLERK,
      acceptedOn,
      wrappedKey,
      personSealed,
      personIndex,
      partiesSealed,
      partyIndexes,
    ],
  );
  if (!acceptedOn) return;
  const holder = { ...place, wrappedKey };
  const givenOn = addDays(acceptedOn, 2);
  const about = { column: 'representation_id', holder, lawyerId: lawyer?.id ?? '', givenOn } as const;
  await plantOpinion(client, { id: demoId(REPRESENTATION, 11), about, answered: false }, options);
}
