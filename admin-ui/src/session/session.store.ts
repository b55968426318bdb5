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

  /** Asks the gateway who is signed in; nobody when the cookie is absent or no longer good. */
  async function load(): Promise<void> {
    const response = await fetch('/auth/profile', { credentials: 'same-origin' });
    profile.value = response.ok ? await response.json() : null;
  }

  function forget(): void {
    profile.value = null;
  }

  return { profile, load, forget };
});
