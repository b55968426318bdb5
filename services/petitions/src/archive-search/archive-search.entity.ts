import { defineEntity, p } from '@mikro-orm/core';

/** One look into the archives for what a petition speaks of; the note is sealed. */
const ArchiveSearchSchema = defineEntity({
  name: 'ArchiveSearch',
  tableName: 'archive_search',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    archives: p.array(),
    yearFrom: p.integer(),
    yearTo: p.integer(),
    finding: p.text(),
    noteSealed: p.blob(),
    searchedOn: p.date(),
    searchedById: p.uuid(),
  },
});
export class ArchiveSearch extends ArchiveSearchSchema.class {}
ArchiveSearchSchema.setClass(ArchiveSearch);
