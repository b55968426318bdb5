import { defineEntity, p } from '@mikro-orm/core';

/** What an organ above was told of what it ordered; its words are sealed. */
const SuperiorReportSchema = defineEntity({
  name: 'SuperiorReport',
  tableName: 'superior_report',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    kind: p.text(),
    reportedOn: p.date(),
    wordsSealed: p.blob(),
    writtenById: p.uuid(),
    writtenAt: p.datetime(),
  },
});
export class SuperiorReport extends SuperiorReportSchema.class {}
SuperiorReportSchema.setClass(SuperiorReport);

export const REPORT_WORDS = (id: string) => `superior_report.words:${id}`;
