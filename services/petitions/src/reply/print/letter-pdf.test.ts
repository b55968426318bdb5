import { runsOf, unprintable } from '@everyletter/kit/faces';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { letterPdf } from './letter-pdf.ts';
import type { PrintedLetter } from './printed-letter.ts';

const letter: PrintedLetter = {
  kind: 'RESULT',
  office: { name: '北京市海淀区人民检察院', address: '北京市海淀区某路1号', phone: '010-59551000' },
  letterNumber: '海检控申复〔2026〕00001号',
  petitionNumber: '海检控申〔2026〕00017号',
  salutation: '尊敬的曹𠮷：',
  body: '您向我院提出的信访事项（2026年1月14日收到）收悉。\n经查，当年仅请您协助调查，并未立案。',
  signedOn: '2026年11月23日',
  verificationCode: '1234-5678-9012',
  queryCode: null,
  recipient: { name: '曹𠮷', address: '北京市海淀区㛃苑17号院2号楼301室' },
  printedAt: new Date('2026-11-23T04:00:00Z'),
};

async function pagesOf(change: Partial<PrintedLetter> = {}): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await letterPdf({ ...letter, ...change })));
  const { text } = await extractText(pdf);
  return text.map((page) => page.replaceAll(/\s+/g, ''));
}

test('every word of the letter can be read back, rare names too', async () => {
  const [page = '', envelope = '', ...more] = await pagesOf();
  expect(more).toEqual([]);
  for (const part of [
    '北京市海淀区人民检察院',
    '海检控申复〔2026〕00001号',
    '信访事项办理结果答复函',
    '尊敬的曹𠮷：',
    '当年仅请您协助调查，并未立案。',
    '特此答复。',
    '2026年11月23日',
    '核验码：1234-5678-9012',
    '地址：北京市海淀区某路1号',
    '第1页共1页',
  ]) {
    expect(page).toContain(part);
  }
  expect(envelope).toContain('北京市海淀区㛃苑17号院2号楼301室');
  expect(envelope).toContain('曹𠮷收');
  expect(page).not.toContain('㛃苑');
});

test('a long letter runs over pages, each with its number', async () => {
  const paragraph = '我院依法调取并审查了全部材料，听取了有关单位和个人的说明。'.repeat(8);
  const pages = await pagesOf({ body: Array.from({ length: 8 }, () => paragraph).join('\n') });
  expect(pages).toHaveLength(5);
  pages.slice(0, -1).forEach((page, at) => {
    expect(page).toContain(`第${at + 1}页共4页`);
  });
  const words = pages.map((page) => page.replace(/海检控申复〔2026〕00001号第.页共.页/, '')).join('');
  expect(words.split('听取了有关单位和个人的说明').length - 1).toBe(64);
});

test('a letter to nowhere has no envelope', async () => {
  expect(await pagesOf({ recipient: null })).toHaveLength(1);
});

test('only the characters used are embedded', async () => {
  expect((await letterPdf(letter)).length).toBeLessThan(200_000);
});

describe('faces', () => {
  test('change only for what the text face lacks', () => {
    expect(runsOf('曹𠮷㛃', 'TEXT')).toEqual([
      { face: 'TEXT', text: '曹' },
      { face: 'RARE', text: '𠮷' },
      { face: 'TEXT', text: '㛃' },
    ]);
  });

  test('a character nobody has is left to be written by hand and named', () => {
    expect(runsOf('王\u{30EDE}', 'TEXT')).toEqual([{ face: 'TEXT', text: '王□' }]);
    expect(unprintable('王\u{30EDE}𠮷')).toEqual(['\u{30EDE}']);
  });
});
