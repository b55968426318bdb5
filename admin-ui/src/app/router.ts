import { createRouter, createWebHistory, type Router } from 'vue-router';
import { routes } from 'vue-router/auto-routes';
import { homeOf, mayOpen } from '../session/destination.ts';
import type { Profile } from '../session/session.store.ts';

/** Strangers are sent to the sign-in page and come back to the address they asked for. */
export function createAppRouter(profile: () => Profile | null): Router {
  const router = createRouter({ history: createWebHistory(), routes });
  router.beforeEach((to) => {
    const signedIn = profile();
    if (to.path === '/sign-in') return true;
    if (!signedIn) return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
    return mayOpen(to.path, signedIn.roles) || { path: homeOf(signedIn.roles), replace: true };
  });
  return router;
}
