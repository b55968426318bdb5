import type { EntityManager } from '@mikro-orm/postgresql';
import { DEFAULT_SETTINGS, type ReceptionSettings } from './rules/reception-settings.ts';

/** What the viewer's institution decided about its leaders' reception; made per request. */
export class ReceptionSettingsInForce {
  private inForce: Promise<ReceptionSettings> | undefined;

  constructor(private readonly em: EntityManager) {}

  /** Where nothing was decided, the defaults. */
  current(): Promise<ReceptionSettings> {
    this.inForce ??= this.load();
    return this.inForce;
  }

  private async load(): Promise<ReceptionSettings> {
    const [row] = await this.em.execute<{ content: Partial<ReceptionSettings> }[]>(
      'select content from roster.reception_settings',
    );
    return { ...DEFAULT_SETTINGS, ...row?.content };
  }
}
