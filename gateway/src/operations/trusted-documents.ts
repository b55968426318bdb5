import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../http/refusal.ts';

/** The documents the application was built with, by the hash it sends. */
export class TrustedDocuments {
  /** `publicIds`: those that strangers may send; whoever sends them is answered as a stranger. */
  constructor(
    private readonly byId: ReadonlyMap<string, string>,
    private readonly publicIds: ReadonlySet<string> = new Set(),
  ) {}

  /** `file`: JSON of hash → document; beside it `public-documents.json`, the hashes of those for strangers. */
  static fromFile(file: string): TrustedDocuments {
    const documents = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const beside = path.join(path.dirname(file), 'public-documents.json');
    const publicIds = existsSync(beside) ? (JSON.parse(readFileSync(beside, 'utf8')) as string[]) : [];
    return new TrustedDocuments(new Map(Object.entries(documents)), new Set(publicIds));
  }

  isPublic(id: string): boolean {
    return this.publicIds.has(id);
  }

  /** @throws Refusal `DOCUMENT_NOT_TRUSTED` */
  get(id: string): string {
    const document = this.byId.get(id);
    if (document === undefined) throw new Refusal(400, 'DOCUMENT_NOT_TRUSTED');
    return document;
  }
}
