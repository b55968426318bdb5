import { Identity } from './0001-identity.ts';
import { OneTimePasswords } from './0002-one-time-passwords.ts';
import { Invitations } from './0010-invitations.ts';
import { ReporterKeys } from './0011-reporter-keys.ts';
import { SavedReports } from './0012-saved-reports.ts';

/** The identity schema, after the roster's: it reads the roster's view of claims. */
export const identityMigrations = {
  name: 'identity',
  migrations: [
    { name: '0001-identity', class: Identity },
    { name: '0002-one-time-passwords', class: OneTimePasswords },
    { name: '0010-invitations', class: Invitations },
    { name: '0011-reporter-keys', class: ReporterKeys },
    { name: '0012-saved-reports', class: SavedReports },
  ],
} as const;
