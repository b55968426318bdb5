import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import tailwind from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import vueRouter from 'vue-router/vite';
import { precompress } from './build/precompress.ts';
import { slimFonts } from './build/slim-fonts.ts';
import { trustedDocuments } from './build/trusted-documents.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run dev` finds the gateway; the built SPA is served by it. */
const GATEWAY = process.env.GATEWAY_URL ?? 'http://localhost:4000';

export default defineConfig({
  root: here('.'),
  plugins: [
    vueRouter({ dts: false, routesFolder: here('src/pages') }),
    vue(),
    tailwind(),
    // Every message is compiled here; what the plug-in is not told it defines otherwise.
    vueI18n({ include: here('src/text/*/*.json'), strictMessage: true, dropMessageCompiler: true, fullInstall: false }),
    trustedDocuments({ sources: here('src'), schema: here('../schema/api.graphql') }),
    slimFonts(),
    precompress(),
  ],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  css: { transformer: 'lightningcss' },
  build: {
    target: 'chrome99',
    cssTarget: 'chrome99',
    // Nothing inlined: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 700,
    // Every visitor fetches the list of all files: their names say no more than they must.
    rolldownOptions: { output: { chunkFileNames: 'assets/[hash].js' } },
  },
  server: { proxy: { '/graphql': GATEWAY, '/exports': GATEWAY, '/auth': GATEWAY, '/files': GATEWAY } },
});
