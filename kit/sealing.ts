import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/**
 * Encryption of single fields: AES-256-GCM under a data key of its own per record; the data key is wrapped by the
 * institution's key, which never enters the database. Layout: version byte ‖ iv (12) ‖ tag (16) ‖ ciphertext.
 * The additional data `table.column:id` ties a value to its place: a ciphertext moved to another row does not open.
 */
const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** Of a long text's tokens; a letter of five hundred characters is in one of twenty. */
const BUCKETS = 8192;

/** Key objects, not bytes: making one out of bytes at every use costs four times the encryption itself. */
export type SealingKey = KeyObject;

/** A fresh data key. */
export function newDataKey(): SealingKey {
  return createSecretKey(randomBytes(KEY_BYTES));
}

/** `place` is `table.column:id`. */
export function seal(text: string, key: SealingKey, place: string): Buffer {
  return sealBytes(Buffer.from(text, 'utf8'), key, place);
}

/** A file, as {@link seal} does a text. */
export function sealBytes(bytes: Uint8Array, key: SealingKey, place: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), body]);
}

/** @throws Error when the value was changed, moved or sealed under another key. */
export function unseal(sealed: Uint8Array, key: SealingKey, place: string): string {
  return unsealBytes(sealed, key, place).toString('utf8');
}

/** @throws Error when the bytes were changed, moved or sealed under another key. */
export function unsealBytes(sealed: Uint8Array, key: SealingKey, place: string): Buffer {
  if (sealed[0] !== VERSION) throw new Error(`Unknown seal version at ${place.split(':')[0]}`);
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place)).setAuthTag(tag);
  const body = sealed.subarray(1 + IV_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** The keys of the institutions, all derived from one master key held outside the database. */
export class InstitutionKeys {
  private readonly derived = new Map<string, SealingKey>();

  /** `master`: 32 bytes. */
  constructor(private readonly master: Buffer) {
    if (master.length !== KEY_BYTES) throw new Error('The master key must be 32 bytes');
  }

  /** Wraps a record's data key for storage beside the record. */
  wrap(dataKey: SealingKey, institutionId: string, recordId: string): Buffer {
    return seal(dataKey.export().toString('base64'), this.key('wrap', institutionId), `data-key:${recordId}`);
  }

  unwrap(wrapped: Uint8Array, institutionId: string, recordId: string): SealingKey {
    const bytes = unseal(wrapped, this.key('wrap', institutionId), `data-key:${recordId}`);
    return createSecretKey(bytes, 'base64');
  }

  /** Equal values of one column and institution give equal indexes; nothing else can be read from them. 16 bytes. */
  blindIndex(value: string, institutionId: string, column: string): Buffer {
    return createHmac('sha256', this.key(`index:${column}`, institutionId))
      .update(value)
      .digest()
      .subarray(0, 16);
  }

  /**
   * Blind index of every two neighbouring characters, for search by fragment; 31 bits each, so that many pairs share a
   * value and frequencies say little. A hit must be checked against the opened value.
   */
  blindPairs(value: string, institutionId: string, column: string): number[] {
    const characters = [...value];
    return this.blindTokens(
      characters.slice(0, -1).map((character, at) => character + characters[at + 1]),
      institutionId,
      column,
    );
  }

  /** As {@link blindPairs}, of pairs the caller has made. */
  blindTokens(tokens: readonly string[], institutionId: string, column: string): number[] {
    const key = this.key(`pairs:${column}`, institutionId);
    return [...new Set(tokens)].map((token) => hashOf(token, key) >>> 1);
  }

  /**
   * For long texts, where even blind tokens would tell by how often each occurs which words they are: every token falls
   * into one of {@link BUCKETS}, shared with dozens of others. What is found must be opened and read. Equal tokens of
   * two institutions never meet.
   */
  blindBuckets(tokens: readonly string[], institutionId: string, column: string): number[] {
    const key = this.key(`buckets:${column}`, institutionId);
    const own = (hashOf('', key) >>> 1) - ((hashOf('', key) >>> 1) % BUCKETS);
    return [...new Set(tokens.map((token) => own + (hashOf(token, key) % BUCKETS)))];
  }

  private key(purpose: string, institutionId: string): SealingKey {
    const name = `${purpose}/${institutionId}`;
    let key = this.derived.get(name);
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', this.master, 'everyletter', name, KEY_BYTES)));
      this.derived.set(name, key);
    }
    return key;
  }
}

function hashOf(token: string, key: SealingKey): number {
  return createHmac('sha256', key).update(token).digest().readUInt32BE(0);
}
