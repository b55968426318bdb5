import { readFileSync } from 'node:fs';
import { Refusal } from '../http/refusal.ts';

/** The documents the application was built with, by the hash it sends. */
export class TrustedDocuments {
  constructor(private readonly byId: ReadonlyMap<string, string>) {}

  /** `file`: JSON of hash → document. */
  static fromFile(file: string): TrustedDocuments {
    return new TrustedDocuments(
      new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)),
    );
  }

  /** @throws Refusal `DOCUMENT_NOT_TRUSTED` */
  get(id: string): string {
    const document = this.byId.get(id);
    if (document === undefined) throw new Refusal(400, 'DOCUMENT_NOT_TRUSTED');
    return document;
  }
}
