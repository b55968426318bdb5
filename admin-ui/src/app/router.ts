import { createRouter, createWebHistory, type Router } from 'vue-router';
import { routes } from 'vue-router/auto-routes';
import { homeOf, mayOpen } from '../session/destination.ts';
import type { Profile } from '../session/session.store.ts';
import { loadWords } from '../text/i18n.ts';
import { hasPage } from './navigation.ts';

/** Where people go whose own page this build has not. */
const OPEN_TO_ALL = '/time-limit';

/** Strangers are sent to the sign-in page and come back to the address they asked for. */
export function createAppRouter(profile: () => Profile | null): Router {
  const router = createRouter({ history: createWebHistory(), routes });
  router.beforeEach((to) => {
    const signedIn = profile();
    if (to.path === '/sign-in' || to.meta.open) return true;
    if (!signedIn) return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
    const home = homeOf(signedIn.roles);
    const isLost = !mayOpen(to.path, signedIn.roles) || (to.path === home && !hasPage(home));
    return isLost ? { path: hasPage(home) ? home : OPEN_TO_ALL, replace: true } : true;
  });
  router.beforeResolve(({ meta }) => loadWords(meta.words ?? []));
  return router;
}
