import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InstitutionKeys } from '@everyletter/kit/sealing';

/**
 * Everything secret of one installation, kept in a file beside the data and never in the database. Without it the
 * sealed fields cannot be opened again: back it up apart from the database.
 */
export interface Secrets {
  readonly institutionKeys: InstitutionKeys;
  /** What the institutions' keys are derived from; for a subgraph in a process of its own. */
  readonly masterKey: Buffer;
  /** Of outside organisations, apart from the institutions' own; for the services that keep such secrets. */
  readonly outsideMasterKey: Buffer;
  readonly viewerPrivateKey: KeyObject;
  readonly viewerPublicKey: KeyObject;
  /** Signs the heads of the audit chains. */
  readonly auditPrivateKey: KeyObject;
  readonly auditPublicKey: KeyObject;
  /** For the session library; never leaves the process. */
  readonly sessionSecret: string;
  /** The password of a database role; the superuser of the embedded server too. */
  passwordOf(role: string): string;
}

interface KeyFile {
  /** Base64. */
  readonly master: string;
  /** Base64; files of earlier versions lack it, and it is added to them. */
  readonly outside?: string;
  /** PEM. */
  readonly viewer: string;
  readonly audit: string;
}

/** Reads `keys.json` of the data folder, or makes it, readable by its owner only. */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, 'keys.json');
  if (!existsSync(file)) await makeKeyFile(file);
  const { master, viewer, audit, outside } = await readKeyFile(file);
  const masterKey = Buffer.from(master, 'base64');
  const viewerPrivateKey = createPrivateKey(viewer);
  const auditPrivateKey = createPrivateKey(audit);
  const derive = (purpose: string) => createHmac('sha256', masterKey).update(purpose).digest('base64url');
  return {
    institutionKeys: new InstitutionKeys(masterKey),
    masterKey,
    outsideMasterKey: Buffer.from(outside, 'base64'),
    viewerPrivateKey,
    viewerPublicKey: createPublicKey(viewerPrivateKey),
    auditPrivateKey,
    auditPublicKey: createPublicKey(auditPrivateKey),
    sessionSecret: derive('session'),
    passwordOf: (role) => derive(`role:${role}`),
  };
}

async function readKeyFile(file: string): Promise<Required<KeyFile>> {
  const keys = JSON.parse(await readFile(file, 'utf8')) as KeyFile;
  if (keys.outside) return { ...keys, outside: keys.outside };
  const completed = { ...keys, outside: newMasterKey() };
  const beside = `${file}.new`;
  await writeFile(beside, `${JSON.stringify(completed)}\n`, { mode: 0o600 });
  await rename(beside, file);
  return completed;
}

const newMasterKey = () => randomBytes(32).toString('base64');

async function makeKeyFile(file: string): Promise<void> {
  const keys: KeyFile = {
    master: newMasterKey(),
    outside: newMasterKey(),
    viewer: newSigningKey(),
    audit: newSigningKey(),
  };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(keys)}\n`, { mode: 0o600, flag: 'wx' });
}

function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
