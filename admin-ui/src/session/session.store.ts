import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { Role } from './roles.ts';

/** Who is signed in, as the gateway tells it before any GraphQL. */
export interface Profile {
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly demo: boolean;
}

/** The session of this tab. Nothing of it is kept in the browser; the cookie is not readable from here. */
export const useSession = defineStore('session', () => {
  const profile = ref<Profile | null>(null);

  /**
   * Asks the gateway who is signed in; nobody when the cookie is absent or no longer good. Answers whether the password
   * was right but a second factor must be set up first.
   */
  async function load(): Promise<{ lacksSecondFactor: boolean }> {
    const response = await fetch('/auth/profile', { credentials: 'same-origin' });
    profile.value = response.ok ? await response.json() : null;
    return { lacksSecondFactor: response.status === 403 };
  }

  function forget(): void {
    profile.value = null;
  }

  return { profile, load, forget };
});
