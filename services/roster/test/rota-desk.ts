import type { Service } from '@everyletter/kit/service';
import { type Answer, ask, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { staffId } from '../demo/ids.ts';
import { loadRosterDemo } from '../demo/load.ts';
import { HOME } from '../demo/people.ts';
import { rosterService } from '../src/service.ts';

export const planner = buildViewer(HOME, ['ROTA_ADMINISTRATOR'], { staffId: staffId(61) });
export const leader = buildViewer(HOME, ['LEADER'], { staffId: staffId(2) });
export const clerk = buildViewer(HOME, ['CLERK'], { staffId: staffId(11) });

/** Between two looks at a rota that is being made. Milliseconds. */
const LOOK_MS = 60;
const TODAY = '2026-11-23';

export const PLAN = `id version state name seed inputHash value bound isOptimal isEdited gapPercent fixedOrderValue
  isOutdated failureCode turns { key date span need leaderIds keyPeriodId provisional } parts { kind value }
  loads { leaderId total target } brokenWishes { kind avoidable words { zh en } }
  keepsPublished changes { date halfDay removedId addedId cause }`;

/** The demonstration's house, with the desk at which rotas are made. */
export class RotaDesk {
  database!: TestDatabase;
  roster!: Service;

  async open(): Promise<void> {
    this.database = await testDatabase([rosterService]);
    await loadRosterDemo(this.database.ownerUrl, localDate(TODAY));
    const clock = () => new Date(`${TODAY}T04:00:00Z`);
    this.roster = await this.database.start(rosterService, { clock, jobs: true });
  }

  close(): Promise<void> {
    return this.database.stop();
  }

  rows(statement: string, values?: readonly unknown[]): Promise<Answer[]> {
    return this.database.rows(statement, values);
  }

  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer> {
    return ask(this.roster, viewer, query, variables);
  }

  /** A mutation `name(input: …)` that answers `selection`. */
  change(viewer: Viewer, name: string, input: object, selection: string): Promise<Answer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    return this.ask(viewer, `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`, { input });
  }

  async start(change: Record<string, unknown> = {}): Promise<Answer> {
    const input = { name: '一季度', from: '2026-11-24', to: '2026-12-31', seed: 1, keepPublished: false, ...change };
    return this.change(planner, 'startRotaPlan', input, `rotaPlan { ${PLAN} }`);
  }

  async plan(id: string, viewer = planner): Promise<Answer> {
    const { data, errors } = await this.ask(viewer, `{ rotaPlan(id: "${id}") { ${PLAN} } }`);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.rotaPlan;
  }

  /** Started and made. */
  async made(change: Record<string, unknown> = {}): Promise<Answer> {
    return this.settled(await this.start(change), 'startRotaPlan');
  }

  async repaired(dates: readonly unknown[]): Promise<Answer> {
    return this.settled(
      await this.change(planner, 'repairRota', { name: '调整', dates }, 'rotaPlan { id }'),
      'repairRota',
    );
  }

  private async settled({ data, errors }: Answer, mutation: string): Promise<Answer> {
    if (errors) throw new Error(JSON.stringify(errors));
    for (;;) {
      const plan = await this.plan(data[mutation].rotaPlan.id);
      if (plan.state !== 'WAITING' && plan.state !== 'SOLVING') return plan;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  publish(plan: Answer, change: Record<string, unknown> = {}): Promise<Answer> {
    const input = { id: plan.id, version: plan.version, acceptProvisional: false, ...change };
    return this.change(planner, 'publishRotaPlan', input, `notifiedCount rotaPlan { ${PLAN} }`);
  }
}
