import type { Plugin } from 'vite';

/** Keeps the WOFF2 files of @fontsource only: every browser we serve reads them, and WOFF would double the build. */
export function slimFonts(): Plugin {
  return {
    name: 'everyletter:slim-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource\/[^?]+\.css/.test(id)) return null;
      return { code: code.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\(['"]?woff['"]?\)/g, ''), map: null };
    },
  };
}
