import type { Service } from '@everyletter/kit/service';
import { type Answer, ask, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import type { NewPetition } from '../src/petition/register-petitions.ts';
import { petitionsService } from '../src/service.ts';
import { aLetter, plantTerms, register, testKeys } from './build.ts';

/** Nobody and nothing has this id. */
export const NOBODY = '01900000-0000-7000-8000-0000000000ff';

/** The petitions on a database of their own, spoken to over GraphQL; a test is about its `letter`. */
export class Desk {
  now = '2026-11-23T04:00:00Z';
  letter = '';
  private opened: { readonly database: TestDatabase; readonly service: Service } | undefined;

  /** `jobs`: also runs what is done between requests, such as an import. */
  async open({ jobs = false } = {}): Promise<void> {
    const database = await testDatabase([petitionsService]);
    await plantTerms(database);
    const clock = () => new Date(this.now);
    this.opened = { database, service: await database.start(petitionsService, { clock, keys: testKeys, jobs }) };
  }

  async close(): Promise<void> {
    await this.opened?.database.stop();
  }

  get database(): TestDatabase {
    if (!this.opened) throw new Error('The desk is not open');
    return this.opened.database;
  }

  get door(): Service {
    if (!this.opened) throw new Error('The desk is not open');
    return this.opened.service;
  }

  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer> {
    return ask(this.door, viewer, query, variables);
  }

  rows(statement: string, values?: readonly unknown[]): Promise<Answer[]> {
    return this.database.rows(statement, values);
  }

  /** From here on the tests are about this letter. */
  async receive(change: Partial<NewPetition> = {}): Promise<void> {
    [this.letter = ''] = await register(this.database, [aLetter(change)]);
  }
}
