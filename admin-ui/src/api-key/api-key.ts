/** A key as the gateway lists it. */
export interface ApiKey {
  readonly id: string;
  readonly holder: string;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly KeyScope[];
  readonly perHour: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  readonly lastUsedAt: string | null;
  readonly state: 'ACTIVE' | 'REPLACED' | 'EXPIRED' | 'REVOKED';
  readonly canRotate: boolean;
  readonly canRevoke: boolean;
}

export type KeyScope = 'PETITIONS' | 'RECEPTION' | 'COVERAGE' | 'MEDIATION' | 'LIVE' | 'INTAKE';

export interface ApiKeyList {
  readonly keys: readonly ApiKey[];
  readonly canCreate: boolean;
  readonly scopes: readonly KeyScope[];
  readonly limits: {
    readonly days: number;
    readonly perHour: number;
    readonly name: number;
    readonly overlapDays: number;
  };
}

/** Told once. */
export interface MadeKey {
  readonly id: string;
  readonly secret: string;
}

/** The last command before a script: what a key is for, to be tried at once. */
export function curlOf(secret: string, origin: string): string {
  return [
    `curl -s ${origin}/graphql`,
    `-H 'authorization: Bearer ${secret}'`,
    `-H 'content-type: application/json'`,
    `--data '{"query":"{ viewer { displayName institution { id name } } }"}'`,
  ].join(' \\\n  ');
}
