import { Invalid, NotFound } from '@everyletter/kit/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { ReplyKind } from '../reply/rules/reply-kinds.ts';
import type { ReplyTemplate } from '../reply/rules/reply-template.ts';
import { STANDING_TEMPLATES, standingTemplate } from '../reply/rules/reply-templates.ts';
import { ReplyTemplateRecord } from './reply-template.entity.ts';

/** A version of a letter and how it stands; version 0 is the one that stands before anybody saves one. */
export interface KeptTemplate {
  readonly template: ReplyTemplate;
  readonly version: number;
  readonly state: string;
  readonly offered: boolean;
  readonly revision: number;
  readonly draftedById: string | null;
  readonly changedById: string | null;
  readonly changedAt: Date | null;
  readonly approvedById: string | null;
  readonly approvedAt: Date | null;
}

/** By which version a reply was written. */
export interface TemplateVersion {
  readonly templateId: string;
  readonly templateVersion: number;
}

/** The letters of the viewer's institution; made per request. */
export class ReplyTemplates {
  private kept: Promise<KeptTemplate[]> | undefined;
  private readonly versions = new Map<string, Promise<KeptTemplate>>();

  constructor(private readonly em: EntityManager) {}

  /** What letters are written from, in the order of the kinds; those the institution made itself come last. */
  async inForce(): Promise<KeptTemplate[]> {
    const newest = new Map((await this.standing()).map((one) => [one.template.id, one]));
    for (const one of await this.saved()) if (one.state === 'APPROVED') newest.set(one.template.id, one);
    return [...newest.values()];
  }

  /** One draft a letter at most. */
  async drafts(): Promise<KeptTemplate[]> {
    return (await this.saved()).filter(({ state }) => state === 'DRAFT');
  }

  /** Newest first, the one that always stood last; what was discarded is not among them. */
  async versionsOf(id: string): Promise<KeptTemplate[]> {
    const rows = await this.em.find(
      ReplyTemplateRecord,
      { templateId: id, state: { $ne: 'DISCARDED' } },
      { orderBy: { version: -1 }, limit: 100 },
    );
    const standing = (await this.standing()).filter(({ template }) => template.id === id);
    return [...rows.map(keptOf), ...standing];
  }

  /** @throws Invalid `REPLY_TEMPLATE_UNKNOWN`, `REPLY_TEMPLATE_OF_OTHER_KIND` */
  async forNew(kind: ReplyKind, id: string): Promise<KeptTemplate> {
    const found = (await this.inForce()).find(({ template, offered }) => template.id === id && offered);
    if (!found) throw new Invalid('REPLY_TEMPLATE_UNKNOWN', { field: 'templateId' });
    if (found.template.kind !== kind) throw new Invalid('REPLY_TEMPLATE_OF_OTHER_KIND', { field: 'templateId', kind });
    return found;
  }

  /** The one a reply was written from, whatever is in force now. */
  of({ templateId, templateVersion }: TemplateVersion): Promise<KeptTemplate> {
    if (templateVersion === 0) return Promise.resolve(standingOf(standingTemplate(templateId)));
    const key = `${templateId}/${templateVersion}`;
    const known = this.versions.get(key) ?? this.load(templateId, templateVersion);
    this.versions.set(key, known);
    return known;
  }

  /** For a change, locked. @throws NotFound `REPLY_TEMPLATE_NOT_FOUND` */
  async changeDraft(templateId: string): Promise<ReplyTemplateRecord> {
    const draft = await this.draftOf(templateId);
    if (!draft) throw new NotFound('REPLY_TEMPLATE_NOT_FOUND', { field: 'templateId' });
    return draft;
  }

  /** For a change: of two who begin one at once the second finds the first's. */
  async draftOf(templateId: string): Promise<ReplyTemplateRecord | null> {
    await this.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`reply_template/${templateId}`]);
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    return this.em.findOne(ReplyTemplateRecord, { templateId, state: 'DRAFT' }, { lockMode });
  }

  async lastVersionOf(templateId: string): Promise<number> {
    const [last] = await this.em.find(ReplyTemplateRecord, { templateId }, { orderBy: { version: -1 }, limit: 1 });
    return last?.version ?? 0;
  }

  /** Read again after a change. */
  forget(): void {
    this.kept = undefined;
  }

  private standing(): Promise<KeptTemplate[]> {
    return Promise.resolve(STANDING_TEMPLATES.map(standingOf));
  }

  /** Drafts, and of each letter the newest that was put in force. */
  private saved(): Promise<KeptTemplate[]> {
    this.kept ??= this.em
      .execute<{ template_id: string; version: number }[]>(
        `select distinct on (template_id, state) template_id, version from petitions.reply_template
         where state in ('DRAFT', 'APPROVED') order by template_id, state, version desc`,
      )
      .then((rows) =>
        this.em.find(
          ReplyTemplateRecord,
          { $or: rows.map(({ template_id, version }) => ({ templateId: template_id, version })) },
          { orderBy: { templateId: 1 } },
        ),
      )
      .then((rows) => rows.map(keptOf));
    return this.kept;
  }

  private async load(templateId: string, version: number): Promise<KeptTemplate> {
    const failHandler = () => new Invalid('REPLY_TEMPLATE_UNKNOWN', { field: 'templateId' });
    return keptOf(await this.em.findOneOrFail(ReplyTemplateRecord, { templateId, version }, { failHandler }));
  }
}

function standingOf(template: ReplyTemplate): KeptTemplate {
  return {
    template,
    version: 0,
    state: 'APPROVED',
    offered: true,
    revision: 0,
    draftedById: null,
    changedById: null,
    changedAt: null,
    approvedById: null,
    approvedAt: null,
  };
}

export function keptOf(row: ReplyTemplateRecord): KeptTemplate {
  return {
    template: row.content,
    version: row.version,
    state: row.state,
    offered: row.offered,
    revision: row.revision,
    draftedById: row.draftedById,
    changedById: row.changedById,
    changedAt: row.changedAt,
    approvedById: row.approvedById ?? null,
    approvedAt: row.approvedAt ?? null,
  };
}
