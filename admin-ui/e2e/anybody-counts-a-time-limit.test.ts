import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();

test.each([
  ['PROCEDURAL', '2026-02-13', '2026-02-24'],
  ['PROCEDURAL', '2026-09-13', '2026-09-20'],
  ['SUBSTANTIVE', '2026-07-01', '2026-10-08'],
  ['SUBSTANTIVE', '2026-07-10', '2026-10-10'],
])('an auditor reads that %s for a letter of %s ends on %s', async (kind, receivedOn, dueOn) => {
  const page = await visit('auditor', `/time-limit?kind=${kind}&receivedOn=${receivedOn}`);
  await page.getByRole('strong').filter({ hasText: dueOn }).waitFor();
  expect(await page.getByText('暂定').count()).toBe(0);
});

test('a date past the published days off is provisional, and says so in both languages', async () => {
  const page = await visit('clerk', '/time-limit');
  await page.getByLabel('期限种类').selectOption({ label: '实体性答复' });
  await page.getByLabel('收到日期').fill('2027-11-30');
  await page.getByText('2028-02-29', { exact: true }).waitFor();
  await page.getByText('2028年放假安排尚未公布').waitFor();
  await page.getByText('The days off of 2028 are not published yet').waitFor();
  expect(page.url()).toContain('receivedOn=2027-11-30');
  await page.reload();
  await page.getByText('2028-02-29', { exact: true }).waitFor();
});

test.each(['light', 'dark'] as const)('the time-limit page has no accessibility fault, %s', async (theme) => {
  const page = await visit('lawyer', '/time-limit?kind=SUBSTANTIVE&receivedOn=2027-11-30', { theme });
  await page.getByText('2028-02-29', { exact: true }).waitFor();
  await lookOver(page, `time-limit-${theme}`);
});
