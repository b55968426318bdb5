import { defineEntity, p } from '@mikro-orm/core';

/** Somebody with an interest keeps away from a matter: the policies of the tables hide it from them. */
const RecusalSchema = defineEntity({
  name: 'Recusal',
  tableName: 'recusal',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    matterId: p.uuid(),
    petitionId: p.uuid(),
    staffId: p.uuid(),
    declaredById: p.uuid(),
    declaredOn: p.date(),
    reasonSealed: p.blob(),
    liftedOn: p.date().nullable(),
    liftedById: p.uuid().nullable(),
  },
});
export class Recusal extends RecusalSchema.class {}
RecusalSchema.setClass(Recusal);
