import type { FileResponse } from '@everyletter/kit/service';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffId } from '../demo/ids.ts';
import { auditor, clerk, House, system } from './house.ts';

const LIST = `海淀区人民检察院人员名册,,,,
姓名,工号,部门,职务,职级
林静,H0011,第九检察部(控告申诉检察),书记员,书记员
周正,H0012,第一检察部,检察官,检察官
曹𠮷,N-1,第九检察部（控告申诉检察）,检察官助理,检察官助理
=cmd(),N-2,第九检察部（控告申诉检察）,检察官,检察官
钱多多,N-3,不存在的部门,检察官,舰长
曹𠮷,N-1,办公室,检察官助理,检察官助理
`;
const house = new House();
beforeAll(() => house.open());
afterAll(() => house.close());

async function send(path: string, text: string, viewer = system) {
  const answer: FileResponse = await house.door.files({ method: 'POST', path, body: Buffer.from(text) }, viewer);
  return { status: answer.status, body: JSON.parse(answer.body.toString()) };
}
const people = () => house.rows('select id, name, department_id, staff_number from roster.staff order by id');

test('a dry run says of every row what it would do, and does nothing', async () => {
  const before = await people();
  const { body } = await send('staff-list', LIST);
  expect(
    body.rows.map(({ line, outcome, remarks }: { line: number; outcome: string; remarks: string[] }) => [
      line,
      outcome,
      remarks,
    ]),
  ).toEqual([
    [3, 'SAME', []],
    [4, 'CHANGED', []],
    [5, 'ADDED', []],
    [6, 'REFUSED', ['NAME_INVALID']],
    [7, 'REFUSED', ['DEPARTMENT_UNKNOWN', 'GRADE_UNKNOWN']],
    [8, 'REFUSED', ['PERSON_TWICE']],
  ]);
  expect(await people()).toEqual(before);
});

test('applied, what is not refused is taken over and told, and applying again changes nothing', async () => {
  const before = await people();
  expect((await send('staff-list/apply', LIST)).body.applied).toBe(true);
  expect(await people()).toHaveLength(before.length + 1);
  expect((await house.told('roster.staff-changed')).map(({ staffId: id }) => id)).toContain(staffId(12));
  const again = await send('staff-list/apply', LIST);
  expect(again.body.rows.slice(0, 3).map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'SAME',
    'SAME',
    'SAME',
  ]);
  expect(await people()).toHaveLength(before.length + 1);
});

test('nobody leaves for not being on the list', async () => {
  const active = await house.rows('select from roster.staff where active');
  await send('staff-list/apply', '姓名,部门,职务\n林静,第九检察部（控告申诉检察）,书记员\n');
  expect(await house.rows('select from roster.staff where active')).toHaveLength(active.length);
});

describe('refused:', () => {
  test.each([
    ['a clerk', clerk],
    ['the auditor', auditor],
  ])('%s handing in a list', async (_, viewer) => {
    expect((await send('staff-list/apply', LIST, viewer)).body.errors[0].extensions.code).toBe('NOT_ALLOWED');
  });

  test('a file that is no table, as a whole', async () => {
    const { body } = await send('staff-list', '%PDF-1.7');
    expect(body.errors[0].extensions).toMatchObject({ code: 'SHEET_WRONG_FILE', details: { reason: 'PDF' } });
  });
});
