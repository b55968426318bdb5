import urql from '@urql/vue';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './app/App.vue';
import { createAppRouter } from './app/router.ts';
import { createClient } from './graphql/client.ts';
import { usePreferences } from './session/preferences.store.ts';
import { useSession } from './session/session.store.ts';
import { fetchFontsIfMissing } from './styles/fonts.ts';
import { i18n } from './text/i18n.ts';
import './styles/main.css';

/** The profile is asked once, before the first route: guards then decide without waiting. */
async function start(): Promise<void> {
  const app = createApp(App).use(createPinia()).use(i18n);
  const session = useSession();
  await Promise.all([session.load().catch(() => session.forget()), usePreferences().apply()]);
  const router = createAppRouter(() => session.profile);
  const toSignIn = () => {
    if (router.currentRoute.value.path === '/sign-in') return;
    session.forget();
    void router.replace({ path: '/sign-in', query: { next: router.currentRoute.value.fullPath } });
  };
  app.use(urql, createClient(toSignIn)).use(router);
  await router.isReady();
  app.mount('#app');
  requestIdleCallback(() => void fetchFontsIfMissing());
}

void start();
