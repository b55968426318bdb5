import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { decodeCursor, pageSize } from '@everyletter/kit/paging';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Extension } from './extension.entity.ts';
import type { ExtensionState } from './rules/extension.ts';

/** A page of requests, oldest first; one more than asked tells whether there is a next. */
export interface ExtensionPage {
  readonly state: ExtensionState | null;
  readonly first: number;
  readonly after: string | null;
}

/** The only door to extensions; made per request. Who sees the petition sees them. */
export class Extensions {
  private readonly loader = loadById(this.em, Extension);

  /** Rides `extension_petition`. */
  private readonly petitionLoader = new DataLoader<string, Extension[]>(
    async (petitionIds) => {
      const found = await this.em.find(Extension, { petitionId: { $in: [...petitionIds] } }, { orderBy: { id: 1 } });
      return petitionIds.map((id) => found.filter(({ petitionId }) => petitionId === id));
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<Extension | null> {
    return this.loader.load(id);
  }

  /** Oldest first. */
  ofPetition(petitionId: string): Promise<Extension[]> {
    return this.petitionLoader.load(petitionId);
  }

  /** Every request about the matter, whichever of its petitions it was made on. */
  ofMatter(matterId: string): Promise<Extension[]> {
    return this.em.find(Extension, { matterId }, { orderBy: { id: 1 } });
  }

  /** Rides `extension_state`. @throws Invalid `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  page({ state, first, after }: ExtensionPage): Promise<Extension[]> {
    const [id] = after ? decodeCursor(after, 1) : [];
    const where = { ...(state ? { state } : {}), ...(id ? { id: { $gt: String(id) } } : {}) };
    return this.em.find(Extension, where, { orderBy: { id: 1 }, limit: pageSize(first) + 1 });
  }

  count(state: ExtensionState | null): Promise<number> {
    return this.em.count(Extension, state ? { state } : {});
  }

  /** For a change, locked. @throws NotFound `EXTENSION_NOT_FOUND`; Conflict `EXTENSION_CHANGED` */
  async change(id: string, version: number): Promise<Extension> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const extension = isId(id) ? await this.em.findOne(Extension, { id }, { lockMode }) : null;
    if (!extension) throw new NotFound('EXTENSION_NOT_FOUND', { field: 'extensionId' });
    extension.assertVersion(version);
    return extension;
  }
}
