import { defineEntity, p } from '@mikro-orm/core';

/** By what a petition is found though it is sealed: blind marks of its name's initials and of its words. */
const SearchMarkSchema = defineEntity({
  name: 'SearchMark',
  tableName: 'search_mark',
  properties: {
    petitionId: p.uuid().primary(),
    institutionId: p.uuid(),
    initials: p.array<number>().columnType('int[]'),
    words: p.array<number>().columnType('int[]'),
  },
});
export class SearchMark extends SearchMarkSchema.class {}
SearchMarkSchema.setClass(SearchMark);
