import type { EventName } from '@everyletter/kit/events';
import { newId } from '@everyletter/kit/id';
import type { Service } from '@everyletter/kit/service';
import { type Answer, ask, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { DEMO_ACCOUNTS } from '../demo/accounts.ts';
import { loadRosterDemo } from '../demo/load.ts';
import { HOME, INSTITUTIONS } from '../demo/people.ts';
import { rosterService } from '../src/service.ts';

const accountOf = (mailbox: string) => {
  const account = DEMO_ACCOUNTS.find(({ email }) => email.startsWith(`${mailbox}@`));
  return { accountId: account?.id ?? '', staffId: account?.staffId ?? null };
};

export const system = buildViewer(HOME, ['SYSTEM_ADMINISTRATOR'], accountOf('system'));
export const security = buildViewer(HOME, ['SECURITY_ADMINISTRATOR'], accountOf('security'));
export const auditor = buildViewer(HOME, ['AUDITOR'], accountOf('auditor'));
export const rota = buildViewer(HOME, ['ROTA_ADMINISTRATOR'], accountOf('rota'));
export const stations = buildViewer(HOME, ['STATION_ADMINISTRATOR'], accountOf('stations'));
export const clerk = buildViewer(HOME, ['CLERK'], accountOf('clerk'));
/** The same right in another institution, which knows nothing of this one. */
export const stranger = buildViewer(INSTITUTIONS[0].id, ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR']);

/** The roster of the demonstration on a database of its own, spoken to over GraphQL. */
export class House {
  now = '2026-11-23T04:00:00Z';
  private worker: Service | undefined;
  private opened: { readonly database: TestDatabase; readonly service: Service } | undefined;

  async open(): Promise<void> {
    const database = await testDatabase([
      rosterService,
      { name: 'hearer', migrations: [], hears: rosterService.publishes },
    ]);
    await loadRosterDemo(database.ownerUrl, localDate('2026-11-23'));
    this.opened = { database, service: await database.start(rosterService, { clock: () => new Date(this.now) }) };
  }

  async close(): Promise<void> {
    await this.opened?.database.stop();
  }

  /** What another service published has been heard, by a worker of its own. */
  async hear(
    event: EventName,
    payload: { readonly version: number; readonly [field: string]: unknown },
  ): Promise<void> {
    const clock = () => new Date(this.now);
    this.worker ??= await this.opened?.database.start(rosterService, { clock, jobs: true });
    const data = { institutionId: HOME, eventId: newId(new Date()), payload };
    await this.opened?.database.deliver(event, data);
  }

  get door(): Service {
    if (!this.opened) throw new Error('The house is not open');
    return this.opened.service;
  }

  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer> {
    return ask(this.door, viewer, query, variables);
  }

  /** What a mutation with one `input` answers, or the refusal. */
  async change(
    viewer: Viewer,
    [mutation, type]: readonly [name: string, input: string],
    input: object,
    answer: string,
  ): Promise<Answer> {
    const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${answer} } }`;
    const { data, errors } = await this.ask(viewer, query, { input });
    return errors ? errors[0].extensions : data[mutation];
  }

  async rows(statement: string, values?: readonly unknown[]): Promise<Answer[]> {
    return (await this.opened?.database.rows(statement, values)) ?? [];
  }

  /** Payloads of the events of that name, oldest first. */
  async told(event: string): Promise<Answer[]> {
    const rows = await this.rows(
      `select data -> 'payload' as payload from jobs.job where name = $1 order by data ->> 'eventId'`,
      [`hearer.hears.${event}`],
    );
    return rows.map(({ payload }) => payload);
  }

  async audited(subjectId: string): Promise<string[]> {
    const rows = await this.rows(
      `select content::jsonb ->> 'action' as action from roster.audit_entry
       where content::jsonb ->> 'subjectId' = $1 order by sequence`,
      [subjectId],
    );
    return rows.map(({ action }) => action);
  }
}
