import { subjectSimilarity } from './subject-similarity.ts';

export const AlikeReason = {
  SAME_ID_NUMBER: 'SAME_ID_NUMBER',
  SAME_PHONE: 'SAME_PHONE',
  SAME_NAME: 'SAME_NAME',
  SAME_ADDRESS: 'SAME_ADDRESS',
  SIMILAR_SUBJECT: 'SIMILAR_SUBJECT',
} as const;
export type AlikeReason = (typeof AlikeReason)[keyof typeof AlikeReason];

/** Who wrote about what, as far as two petitions can be compared. */
export interface Trace {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly idNumberSound: boolean;
  readonly phoneDigits: string | null;
  readonly address: string | null;
  readonly subject: string;
}

export interface Likeness {
  readonly reasons: readonly AlikeReason[];
  /** Of the subjects, from 0 to 1. */
  readonly similarity: number;
  /** 同人: the same sound ID number, or the same name with the same phone or address; two ID numbers speak against it. */
  readonly samePerson: boolean;
  readonly sameMatter: boolean;
}

/** From here on two subjects are shown as one matter; half of their character pairs are the same. */
export const SIMILAR = 0.5;

/** It only shows: a person decides, and a repeat is never refused. Source: 同人同事, `docs/glossary.md`. */
export function likenessOf(one: Trace, other: Trace): Likeness {
  const same = (a: string | null, b: string | null) => a !== null && a === b;
  const bothSound = one.idNumberSound && other.idNumberSound;
  const sameId = bothSound && one.idNumber === other.idNumber;
  const samePhone = same(one.phoneDigits, other.phoneDigits);
  const sameName = same(one.name, other.name);
  const sameAddress = same(one.address, other.address);
  const similarity = subjectSimilarity(one.subject, other.subject);
  const sameMatter = similarity >= SIMILAR;
  const reasons = [
    sameId && AlikeReason.SAME_ID_NUMBER,
    samePhone && AlikeReason.SAME_PHONE,
    sameName && AlikeReason.SAME_NAME,
    sameAddress && AlikeReason.SAME_ADDRESS,
    sameMatter && AlikeReason.SIMILAR_SUBJECT,
  ].filter((reason) => reason !== false);
  const samePerson = bothSound ? sameId : sameName && (samePhone || sameAddress);
  return { reasons, similarity, samePerson, sameMatter };
}

/** A name alone is not a person, and a phone alone may be an office's: they count with a subject like this one. */
export function isWorthShowing({ samePerson, sameMatter, similarity, reasons }: Likeness): boolean {
  if (samePerson || sameMatter) return true;
  return similarity > 0.25 && reasons.length > 0;
}

/** The same person about the same matter first, then the same person, then the more alike. */
export function byLikeness(one: Likeness, other: Likeness): number {
  return weight(other) - weight(one);
}

function weight({ samePerson, sameMatter, similarity }: Likeness): number {
  return (samePerson ? 2 : 0) + (samePerson && sameMatter ? 2 : 0) + similarity;
}
