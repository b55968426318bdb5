import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { Role } from './roles.ts';

/** Who is signed in, as the gateway tells it before any GraphQL. */
export interface Profile {
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly demo: boolean;
}

/** What somebody whose password was right must do before anything opens. */
export type FirstDuty = 'PASSWORD' | 'SECOND_FACTOR';

const FIRST_DUTIES: Readonly<Record<string, FirstDuty>> = {
  PASSWORD_CHANGE_NEEDED: 'PASSWORD',
  SECOND_FACTOR_NEEDED: 'SECOND_FACTOR',
};

/** The session of this tab. Nothing of it is kept in the browser; the cookie is not readable from here. */
export const useSession = defineStore('session', () => {
  const profile = ref<Profile | null>(null);

  /** Asks the gateway who is signed in; nobody when the cookie is absent or no longer good. Answers what is owed first. */
  async function load(): Promise<{ owes: FirstDuty | null }> {
    const response = await fetch('/auth/profile', { credentials: 'same-origin' });
    profile.value = response.ok ? await response.json() : null;
    if (response.status !== 403) return { owes: null };
    const { errors } = await response.json();
    return { owes: FIRST_DUTIES[String(errors?.[0]?.extensions.code)] ?? null };
  }

  function forget(): void {
    profile.value = null;
  }

  return { profile, load, forget };
});
