import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { petitionsService } from '../src/service.ts';
import { clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, OFFICER_ID, SECOND, testKeys } from './build.ts';
import { FrontDesk } from './front-desk.ts';

const desk = new FrontDesk();
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
let photo: Buffer;

beforeAll(async () => {
  await desk.open();
  const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#eeeeee' } });
  photo = await plain
    .withExif({ IFD0: { Copyright: '赵小雨家' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => desk.close());

const upload = (path: string, body: Buffer, { fileName = '赵小雨来信.jpg', viewer = clerk, door = desk.door } = {}) =>
  door.files({ method: 'POST', path, fileName, body }, viewer);
const open = (id: string, viewer: Viewer = clerk) =>
  desk.door.files({ method: 'GET', path: `attachments/${id}` }, viewer);
const idOf = ({ body }: { readonly body: Buffer }) => JSON.parse(body.toString()).id as string;
const codeOf = ({ body }: { readonly body: Buffer }) => JSON.parse(body.toString()).errors[0].extensions.code as string;
const FILES = `attachments { id name mediaType byteCount virusScanner path uploadedBy { id } }`;

test('a scan is its uploader’s alone, goes with the petition registered from it, and is drawn anew', async () => {
  const scan = idOf(await upload('scans', photo));
  const other = { ...clerk, staffId: OFFICER_ID };
  expect((await desk.ask(clerk, '{ unregisteredScans { id name } }')).data.unregisteredScans).toEqual([
    { id: scan, name: '赵小雨来信.jpg' },
  ]);
  expect((await desk.ask(other, '{ unregisteredScans { id } }')).data.unregisteredScans).toEqual([]);
  expect((await open(scan, other)).status).toBe(404);

  const { data, errors } = await desk.register({}, { scanIds: [scan] });
  expect(errors).toBeUndefined();
  const { id } = data.registerPetition.petition;
  const { petition } = (await desk.ask(clerk, `{ petition(id: "${id}") { ${FILES} } }`)).data;
  expect(petition.attachments).toMatchObject([
    { id: scan, name: '赵**来信.jpg', mediaType: 'image/jpeg', virusScanner: 'NONE' },
  ]);
  const { body, headers, status } = await open(scan, other);
  expect(status).toBe(200);
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[0-9a-f]{12}\.jpg"$/);
  expect(await sharp(body).metadata()).toMatchObject({ format: 'jpeg', width: 40 });
  expect((await sharp(body).metadata()).exif).toBeUndefined();
  expect(await desk.rows(`select 1 from petitions.audit_entry where content like '%READ_ATTACHMENT%'`)).toHaveLength(1);
  expect((await desk.ask(clerk, '{ unregisteredScans { id } }')).data.unregisteredScans).toEqual([]);
});

test('a scan goes with one letter only, and a discarded one with none', async () => {
  const [first, second] = [idOf(await upload('scans', photo)), idOf(await upload('scans', PDF))];
  await desk.register({}, { scanIds: [first] });
  const before = await desk.kept();
  expect((await desk.register({}, { scanIds: [first] })).errors[0].extensions.code).toBe('ATTACHMENT_NOT_FOUND');
  await desk.ask(clerk, `mutation { discardScan(id: "${second}") { discardedId } }`);
  expect((await desk.register({}, { scanIds: [second] })).errors[0].extensions.code).toBe('ATTACHMENT_NOT_FOUND');
  expect(await desk.kept()).toBe(before);
  const left = await desk.rows('select 1 from petitions.attachment_content c where attachment_id = $1', [second]);
  expect(left).toEqual([]);
});

test.each<[string, () => Buffer, string]>([
  ['nothing', () => Buffer.alloc(0), 'ATTACHMENT_EMPTY'],
  [
    'a page of markup',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'ATTACHMENT_KIND_NOT_ALLOWED',
  ],
  ['a program', () => Buffer.from('MZ\u0090\u0000'.padEnd(200, '\u0000'), 'latin1'), 'ATTACHMENT_KIND_NOT_ALLOWED'],
  ['half a picture', () => photo.subarray(0, photo.length / 2), 'ATTACHMENT_UNREADABLE'],
  ['more than ten megabytes', () => Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]), 'ATTACHMENT_TOO_LARGE'],
])('%s is refused whatever it is called, and nothing is kept', async (_, body, code) => {
  const before = (await desk.rows('select count(*) as held from petitions.attachment'))[0].held;
  expect(codeOf(await upload('scans', body(), { fileName: '来信.jpg' }))).toBe(code);
  expect((await desk.rows('select count(*) as held from petitions.attachment'))[0].held).toBe(before);
});

test('nothing of a paper can be read in the database', async () => {
  await desk.receive();
  await upload(`petitions/${desk.letter}/attachments`, PDF, { fileName: '判决书.pdf' });
  const stored = JSON.stringify(
    await desk.rows(
      'select a::text as row, c::text as content from petitions.attachment a join petitions.attachment_content c on c.attachment_id = a.id',
    ),
  );
  expect(stored).not.toContain(PDF.toString('hex'));
  expect(stored).not.toContain(Buffer.from('判决书').toString('hex'));
});

test('a paper handed over later is told in the timeline', async () => {
  await desk.receive();
  expect((await upload(`petitions/${desk.letter}/attachments`, PDF)).status).toBe(201);
  const { petition } = (
    await desk.ask(clerk, `{ petition(id: "${desk.letter}") { timeline { words { zh } } ${FILES} } }`)
  ).data;
  expect(petition.timeline.at(-1)).toEqual({ words: { zh: '收到材料' } });
  expect(petition.attachments).toHaveLength(1);
});

const viewer = (institution: string, roles: Viewer['roles'], departmentIds: string[]) =>
  buildViewer(institution, roles, { staffId: HANDLER_ID, departmentIds });
test.each<[string, Viewer, number]>([
  ['of another institution', viewer(ELSEWHERE, ['HANDLER'], [NINTH]), 404],
  ['of another department', viewer(HERE, ['HANDLER'], [SECOND]), 404],
  ['who mediates', viewer(HERE, ['MEDIATOR'], [NINTH]), 403],
  ['who audits', viewer(HERE, ['AUDITOR'], [NINTH]), 403],
  ['with a key', { ...clerk, via: 'API_KEY' }, 403],
])('a stranger %s neither opens nor adds a paper', async (_, stranger, status) => {
  await desk.receive();
  const file = idOf(await upload(`petitions/${desk.letter}/attachments`, PDF));
  expect((await open(file, stranger)).status).toBe(status);
  expect((await upload(`petitions/${desk.letter}/attachments`, PDF, { viewer: stranger })).status).toBe(status);
  expect((await upload('scans', PDF, { viewer: stranger })).status).toBe(403);
});

test('what the scanner finds infected or cannot look into is not kept', async () => {
  const start = (scanCommand: string) => desk.database.start(petitionsService, { keys: testKeys, scanCommand });
  const before = (await desk.rows('select count(*) as held from petitions.attachment'))[0].held;
  expect(codeOf(await upload('scans', PDF, { door: await start('cat > /dev/null; exit 1') }))).toBe(
    'ATTACHMENT_INFECTED',
  );
  await expect(upload('scans', PDF, { door: await start('exit 2') })).rejects.toThrow('ended with 2');
  expect((await desk.rows('select count(*) as held from petitions.attachment'))[0].held).toBe(before);
  expect((await upload('scans', PDF, { door: await start('cat > /dev/null') })).status).toBe(201);
});
