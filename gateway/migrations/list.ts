import { Identity } from './0001-identity.ts';

/** The identity schema, after the roster's: it reads the roster's view of claims. */
export const identityMigrations = {
  name: 'identity',
  migrations: [{ name: '0001-identity', class: Identity }],
} as const;
