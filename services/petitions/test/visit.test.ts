import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clerk } from './build.ts';
import { FrontDesk } from './front-desk.ts';

const desk = new FrontDesk();

beforeAll(() => desk.open());
afterAll(() => desk.close());

describe('whoever comes in person', () => {
  const ofOne = (receiptPath: string) => receiptPath.replace('/files/petitions/', '');

  test('draws the next number of the day, which is printed on the receipt and kept when handed in again', async () => {
    desk.now = '2026-12-01T01:00:00Z';
    const today = { channel: 'VISIT', receivedOn: '2026-12-01' };
    const idempotencyKey = desk.newKey();
    const first = await desk.register(today, { idempotencyKey });
    const again = await desk.register(today, { idempotencyKey });
    const second = await desk.register(today);
    const numbers = [first, again, second].map(({ data }) => data.registerPetition.queueNumber);
    expect(numbers).toEqual(['001', '001', '002']);
    const path = ofOne(second.data.registerPetition.receiptPath);
    const { body } = await desk.door.files({ method: 'GET', path }, clerk);
    const pages = await extractText(await getDocumentProxy(new Uint8Array(body)));
    expect(pages.text.join('').replaceAll(/\s+/g, '')).toContain('排队号002');
  });

  test('begins with one on the next day; a letter, and a visit of an earlier day, draw none', async () => {
    desk.now = '2026-12-02T01:00:00Z';
    const drawn = async (form: Record<string, unknown>) =>
      (await desk.register(form)).data.registerPetition.queueNumber;
    expect(await drawn({ channel: 'VISIT', receivedOn: '2026-12-02' })).toBe('001');
    expect(await drawn({ channel: 'VISIT', receivedOn: '2026-12-01' })).toBeNull();
    expect(await drawn({ receivedOn: '2026-12-02' })).toBeNull();
    desk.now = '2026-11-23T04:00:00Z';
  });

  test('two at the same moment draw two numbers', async () => {
    const visits = await Promise.all([0, 1, 2].map(() => desk.register({ channel: 'VISIT' })));
    const numbers = visits.map(({ data }) => data.registerPetition.queueNumber);
    expect(new Set(numbers).size).toBe(3);
  });
});
