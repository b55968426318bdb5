import { Forbidden } from '@everyletter/kit/errors';
import { type InstitutionKeys, newDataKey, type SealingKey, seal, unseal } from '@everyletter/kit/sealing';
import type { Viewer } from '@everyletter/kit/viewer';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { isMediator } from '../referral/referral.policy.ts';
import { CaseKey } from './case-key.entity.ts';

/** What is sealed in one case. `place` is `table.column:id`. */
export class Room {
  constructor(private readonly dataKey: SealingKey) {}

  seal(text: string, place: string): Buffer {
    return seal(text, this.dataKey, place);
  }

  sealIfAny(text: string | null, place: string): Buffer | null {
    return text === null ? null : this.seal(text, place);
  }

  open(sealed: Uint8Array, place: string): string {
    return unseal(Buffer.from(sealed), this.dataKey, place);
  }

  openIfAny(sealed: Uint8Array | null | undefined, place: string): string | null {
    return sealed == null ? null : this.open(sealed, place);
  }
}

/**
 * The rooms a mediator may enter. There are none for anybody else: whoever is of the office is not given the keys, and
 * the database shows them neither a key nor what is under it.
 */
export class Rooms {
  private readonly loader = new DataLoader<string, Room | null>(async (referralIds) => {
    const found = await this.em.find(CaseKey, { referralId: { $in: [...referralIds] } });
    return referralIds.map((id) => {
      const key = found.find(({ referralId }) => referralId === id);
      return key ? new Room(this.keys.unwrap(key.wrappedKey, key.organisationId, id)) : null;
    });
  });

  private constructor(
    private readonly em: EntityManager,
    private readonly keys: InstitutionKeys,
  ) {}

  /** Null for everybody who is not a mediator and nothing else. */
  static for(viewer: Viewer, em: EntityManager, keys: InstitutionKeys | undefined): Rooms | null {
    return keys && isMediator(viewer) ? new Rooms(em, keys) : null;
  }

  /** For reading. @throws Forbidden `NOT_ALLOWED` when there is no such room for the viewer */
  async enter(referralId: string): Promise<Room> {
    const room = await this.loader.load(referralId);
    if (!room) throw new Forbidden('NOT_ALLOWED');
    return room;
  }

  /** For writing: the first word in a case makes its key. Callers hold the referral locked. */
  async furnish(referral: {
    readonly id: string;
    readonly institutionId: string;
    readonly organisationId: string;
  }): Promise<Room> {
    const there = await this.loader.load(referral.id);
    if (there) return there;
    const dataKey = newDataKey();
    const { id: referralId, institutionId, organisationId } = referral;
    const wrappedKey = this.keys.wrap(dataKey, organisationId, referralId);
    this.em.persist(this.em.create(CaseKey, { referralId, institutionId, organisationId, wrappedKey }));
    const room = new Room(dataKey);
    this.loader.clear(referralId).prime(referralId, room);
    return room;
  }
}
