import type { ServiceDefinition } from '@everyletter/kit/service';
import { mediationService } from '@everyletter/mediation/service';
import { petitionsService } from '@everyletter/petitions/service';
import { rosterService } from '@everyletter/roster/service';
import { stationsService } from '@everyletter/stations/service';

/** Every bounded context, in the order they are migrated. */
export const SERVICES: readonly ServiceDefinition[] = [
  rosterService,
  petitionsService,
  stationsService,
  mediationService,
];
