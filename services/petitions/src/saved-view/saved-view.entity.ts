import { defineEntity, p } from '@mikro-orm/core';

/** A list of the desk kept under a name. Its filter has the fields of `WorklistFilter`, without a search. */
const SavedViewSchema = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    ownerId: p.uuid(),
    sharedDepartmentId: p.uuid().nullable(),
    name: p.text(),
    filter: p.json<Readonly<Record<string, unknown>>>(),
    sort: p.text(),
    columns: p.array().nullable(),
    savedAt: p.datetime(),
    version: p.integer().version(),
  },
});
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
