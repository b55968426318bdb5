import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { ExtensionState } from './rules/extension.ts';

/** More time asked for a matter's answer, from request to decision. */
const ExtensionSchema = defineEntity({
  name: 'Extension',
  tableName: 'extension',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    matterId: p.uuid(),
    months: p.integer(),
    state: p.text(),
    reasonSealed: p.blob(),
    papersSealed: p.blob().nullable(),
    dueOnBefore: p.date(),
    dueOnAfter: p.date().nullable(),
    requestedById: p.uuid(),
    requestedOn: p.date(),
    decidedById: p.uuid().nullable(),
    decidedOn: p.date().nullable(),
    decisionSealed: p.blob().nullable(),
    noticeId: p.uuid().nullable(),
    version: p.integer().version(),
  },
});

export interface Decision {
  readonly state: Exclude<ExtensionState, 'REQUESTED'>;
  readonly staffId: string;
  readonly today: LocalDate;
  readonly wordsSealed: Buffer | null;
}

export class Extension extends ExtensionSchema.class {
  /** @throws Conflict `EXTENSION_CHANGED` */
  assertVersion(seen: number): void {
    if (this.version === seen) return;
    throw new Conflict('EXTENSION_CHANGED', {
      field: 'version',
      version: this.version,
      changedById: this.decidedById ?? null,
    });
  }

  /** @throws RuleBroken `EXTENSION_DECIDED` */
  decide({ state, staffId, today, wordsSealed }: Decision): void {
    if (this.state !== 'REQUESTED')
      throw new RuleBroken('EXTENSION_DECIDED', { field: 'extensionId', state: this.state });
    this.state = state;
    this.decidedById = staffId;
    this.decidedOn = today;
    this.decisionSealed = wordsSealed;
  }
}
ExtensionSchema.setClass(Extension);
