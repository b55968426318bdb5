import { defineEntity, p } from '@mikro-orm/core';
import type { MediationTerms } from './rules/default-terms.ts';

/** An institution's own numbers; only what differs from the ones in force without it. */
const TermsSchema = defineEntity({
  name: 'Terms',
  tableName: 'terms',
  properties: {
    institutionId: p.uuid().primary(),
    version: p.text().primary(),
    effectiveFrom: p.date(),
    content: p.json<Partial<MediationTerms>>(),
  },
});
export class Terms extends TermsSchema.class {}
TermsSchema.setClass(Terms);
