#!/usr/bin/env node
/**
 * The first step of every root command. Runs on the system Node (20 or newer) and needs nothing installed:
 * it installs the locked packages when the lock changed, then hands over to Node 24 from those packages.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const binaries = path.join(root, 'node_modules', '.bin');
const stamp = path.join(root, 'node_modules', '.everyletter-installed');

/** What each verb runs, and whether it needs nothing but the packages. */
const VERBS = {
  bench: ['scripts/bench.ts'],
  start: ['scripts/start.ts'],
  split: ['scripts/start.ts', '--split'],
  dev: ['scripts/dev.ts'],
  db: ['scripts/db.ts'],
  test: ['scripts/test/run.ts'],
  schema: ['scripts/schema/write.ts'],
};

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages …');
  // The build needs what production does not, also where NODE_ENV says production.
  // Errors only: on an older system Node, npm would warn of every package that wants the Node 24 they will run on.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { status } = spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
}

/** Node 24 from the packages; where there is none for the platform, the system's own when it is new enough. */
function nodeProgram() {
  const ours = path.join(binaries, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(ours)) return ours;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  console.error(`There is no Node 24 package for ${process.platform}-${process.arch}: install Node 24 and try again.`);
  return process.exit(1);
}

function main() {
  const [verb, ...rest] = process.argv.slice(2);
  const script = VERBS[verb];
  if (!script) {
    console.error(`Unknown command "${verb}". Known: ${Object.keys(VERBS).join(', ')}`);
    process.exit(2);
  }
  install();
  const env = { ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH}` };
  const child = spawn(nodeProgram(), ['--import', '@oxc-node/core/register', ...script, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

main();
