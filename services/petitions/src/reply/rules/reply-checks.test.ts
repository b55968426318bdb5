import { localDate } from '@everyletter/kit/time';
import { describe, expect, test } from 'vitest';
import { type FieldValues, type LetterFacts, letterBody, startingValues } from './letter-text.ts';
import { type CheckedLetter, checkReply } from './reply-checks.ts';
import { STANDING_TEMPLATES, standingTemplate } from './reply-templates.ts';

const facts: LetterFacts = {
  office: '某区人民检察院',
  officePhone: '010-59551000',
  officeAddress: '某路1号',
  number: '海检控申〔2026〕00001号',
  receivedOn: '2026-11-16',
  subject: '认为二十余年前被立案审查有误',
  transferredTo: '',
  answerDueOn: '2027-02-16',
  nextAnswerOn: '2027-02-16',
};

const SITUATION = { category: 'CRIMINAL_APPEAL', identityKind: 'REAL_NAME' };

const home: FieldValues = {
  request: '查明二十余年前是否对本人立案',
  visitedOn: '2026-11-20',
  officers: '张明、李华',
  heardBy: '本人',
  keyPoints: '当年仅请其协助调查，并未立案',
  facts: '经查阅档案和办案系统，未发现对您立案的记录。',
  reasons: '协助调查不是立案',
  basis: '《人民检察院刑事诉讼规则》第一百六十三条',
  result: '您所反映的立案情况不存在',
  remedies: '可以自收到本答复之日起向上一级人民检察院申诉',
  handlingDepartment: '第九检察部',
  contactPhone: '010-59551000',
};

function letter(templateId: string, values: FieldValues, change: Partial<CheckedLetter> = {}): CheckedLetter {
  const template = standingTemplate(templateId);
  return {
    template,
    values,
    body: letterBody(template, values, facts, SITUATION),
    officeName: facts.office,
    recipientName: '王勤',
    identityKind: 'REAL_NAME',
    disposition: 'ACCEPTED',
    receivedOn: localDate('2026-11-16'),
    today: localDate('2026-11-23'),
    nextAnswerBy: localDate('2027-02-16'),
    ...change,
  };
}

const failing = (checked: CheckedLetter) => checkReply(checked).flatMap(({ code, passed }) => (passed ? [] : [code]));

test('the home-visit answer of the seed story passes', () => {
  expect(failing(letter('result-home-visit', home))).toEqual([]);
});

test('the letter says days in Chinese, leaves empty notes out and ends each sentence once', () => {
  const { body } = letter('result-home-visit', home);
  expect(body).toContain('2026年11月20日，我院工作人员张明、李华到您住处当面答复');
  expect(body).toContain('未发现对您立案的记录。\n');
  expect(body).not.toContain('。。');
  expect(body.split('\n')).toHaveLength(6);
});

describe('one thing wrong fails one check:', () => {
  test.each<[string, FieldValues, Partial<CheckedLetter>, string[]]>([
    ['an empty field, which is also a blank', { heardBy: ' ' }, {}, ['FIELDS_COMPLETE', 'NO_PLACEHOLDER_LEFT']],
    ['one officer', { officers: '张明' }, {}, ['VISIT_RECORDED']],
    ['a visit before the letter came', { visitedOn: '2026-11-15' }, {}, ['VISIT_RECORDED']],
    ['a day that does not exist', { visitedOn: '2026-02-30' }, {}, ['VISIT_RECORDED', 'DAYS_REAL']],
    ['no law named', { basis: '有关规定' }, {}, ['BASIS_CITED']],
    ['no way out told', { remedies: '无' }, {}, ['REMEDY_TOLD']],
    ['an inner opinion', { reasons: '承办人意见是不予支持' }, {}, ['NO_INTERNAL_OPINION']],
    ['a placeholder', { result: '×××' }, {}, ['NO_PLACEHOLDER_LEFT']],
    ['a link', { note: '请登录www.12309.gov.cn查询' }, {}, ['NO_LINK']],
    ['an ID number', { note: '身份证110105194312287030' }, {}, ['NO_ID_NUMBER']],
    ['no phone', { contactPhone: '见官网' }, {}, ['OFFICE_AND_CONTACT_NAMED']],
    ['no name of a real-name petitioner', {}, { recipientName: null }, ['RECIPIENT_PRESENT']],
    ['no name of an anonymous one', {}, { recipientName: null, identityKind: 'ANONYMOUS' }, []],
  ])('%s', (_, change, setting, codes) => {
    expect(failing(letter('result-home-visit', { ...home, ...change }, setting))).toEqual(codes);
  });
});

test.each(STANDING_TEMPLATES.map(({ id }) => id))('a fresh draft of %s fails and says which fields are empty', (id) => {
  const template = standingTemplate(id);
  const [complete] = checkReply(letter(id, startingValues(template, facts)));
  expect(complete).toMatchObject({ code: 'FIELDS_COMPLETE', passed: false });
  expect(complete?.words.zh).toMatch(/^尚未填写：/);
});

test('a decline told of an accepted petition is refused', () => {
  const values = { ...home, reasons: '不属于受理范围' };
  expect(failing(letter('procedural-declined', values, { disposition: 'DECLINED' }))).toEqual([]);
  expect(failing(letter('procedural-declined', values))).toEqual(['DISPOSITION_MATCHES']);
});

test.each([
  ['2026-11-23', false],
  ['2026-11-24', true],
  ['2027-02-16', true],
  ['2027-02-17', false],
])('the next answer promised for %s: %s', (nextAnswerOn, passed) => {
  const values = { ...home, done: '阅卷', remaining: '询问证人', nextAnswerOn };
  expect(failing(letter('progress', values)).includes('NEXT_ANSWER_TOLD')).toBe(!passed);
});
