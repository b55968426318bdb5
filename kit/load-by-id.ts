import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { isId } from './id.ts';

/**
 * One SELECT for all ids asked for in one tick, none when no id could exist; `null` for what does not exist or is
 * hidden from the viewer by row-level security. Lives as long as a request, since it keeps what it found.
 */
export function loadById<Entity extends { readonly id: string }>(
  em: EntityManager,
  entity: new () => Entity,
): DataLoader<string, Entity | null> {
  return new DataLoader<string, Entity | null>(async (ids) => {
    const possible = ids.filter(isId);
    const found = possible.length > 0 ? await em.find(entity, { id: { $in: possible } } as never) : [];
    const byId = new Map(found.map((one) => [one.id, one as Entity]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
