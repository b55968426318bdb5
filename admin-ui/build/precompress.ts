import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const BEST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
/** Fonts are packed already. */
const TEXT = /\.(?:js|css|svg)$/;

/** Puts packed twins beside every asset of text, which the gateway hands out as they are: packed once, not per request. */
export function precompress(): Plugin {
  return {
    name: 'everyletter:precompress',
    apply: 'build',
    // What was written, not what the bundle holds: other plugins still change chunks after this one was asked.
    async writeBundle({ dir = 'dist' }, bundle) {
      const files = Object.keys(bundle).filter((name) => TEXT.test(name));
      await Promise.all(files.map((name) => packTwins(path.join(dir, name))));
    },
  };
}

async function packTwins(file: string): Promise<void> {
  const source = await readFile(file);
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(source, BEST_BROTLI),
    promisify(gzip)(source, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
}
