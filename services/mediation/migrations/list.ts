import { Mediation } from './0001-mediation.ts';
import { ReferralWithConsent } from './0010-referral-with-consent.ts';
import { SealedRoom } from './0011-sealed-room.ts';
import { Agreements } from './0012-agreement.ts';
import { MediationReport } from './0013-mediation-report.ts';
import { PartnerLoad } from './0014-partner-load.ts';
import { RoundsOfInstitutions } from './0015-rounds.ts';
import { WhatIsTold } from './0020-what-is-told.ts';
import { ToldMediators } from './0021-told-mediators.ts';
import { Feedback } from './0022-feedback.ts';

/** In the order they run. */
export const migrations = [
  { name: '0001-mediation', class: Mediation },
  { name: '0010-referral-with-consent', class: ReferralWithConsent },
  { name: '0011-sealed-room', class: SealedRoom },
  { name: '0012-agreement', class: Agreements },
  { name: '0013-mediation-report', class: MediationReport },
  { name: '0014-partner-load', class: PartnerLoad },
  { name: '0015-rounds', class: RoundsOfInstitutions },
  { name: '0020-what-is-told', class: WhatIsTold },
  { name: '0021-told-mediators', class: ToldMediators },
  { name: '0022-feedback', class: Feedback },
] as const;
