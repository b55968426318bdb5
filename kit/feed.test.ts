import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  type FeedEvent,
  feedAddress,
  feedFile,
  feedFilePath,
  feedText,
  feedTokenOf,
  institutionOfFeed,
  newFeedToken,
} from './feed.ts';
import { instantAt, localDate } from './time.ts';

const HOME = '01940000-0000-7000-8000-000100000004';
const DAY = localDate('2026-11-25');

const duty = (change: Partial<FeedEvent> = {}): FeedEvent => ({
  uid: 'reception-day-1@roster',
  revision: 0,
  start: instantAt(DAY, '09:00'),
  end: instantAt(DAY, '11:30'),
  title: '领导接访：沈若兰副检察长在检察服务中心领导接待室接待来访群众，接待时间为上午九时至十一时三十分',
  place: '检察服务中心领导接待室（一层大厅东侧，由北门进入后右转）',
  calledOff: false,
  changedAt: new Date('2026-11-01T02:00:00Z'),
  ...change,
});

/** As an independent reader understands it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

test('another reader finds the same hours, title and place', () => {
  const [event] = read(feedText('我的接待日', [duty()]));
  expect(event?.startDate.toJSDate()).toEqual(new Date('2026-11-25T01:00:00Z'));
  expect(event?.endDate.toJSDate()).toEqual(new Date('2026-11-25T03:30:00Z'));
  expect(event?.summary).toBe(duty().title);
  expect(event?.location).toBe(duty().place);
  expect(feedText('我的接待日', [duty()])).toContain('DTSTART:20261125T010000Z');
});

test('a duty keeps its uid through changes, and one called off stays as called off', () => {
  const text = feedText('我的接待日', [duty({ revision: 2, calledOff: true })]);
  const [event] = read(text);
  expect(event?.uid).toBe('reception-day-1@roster');
  expect(event?.sequence).toBe(2);
  expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('no line is longer than 75 octets, and no character is torn apart', () => {
  const text = feedText('接'.repeat(80), [duty({ title: `𠂇${'访'.repeat(120)}` })]);
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text).not.toContain('�');
  expect(read(text)[0]?.summary).toBe(`𠂇${'访'.repeat(120)}`);
});

test('what would break a line is written so that it does not', () => {
  const title = '上午；下午, "两场"\\ 第二行\nATTENDEE:x';
  const [event] = read(feedText('我的接待日', [duty({ title })]));
  expect(event?.summary).toBe(title);
  expect(event?.component.getFirstProperty('attendee')).toBeNull();
});

test('an empty feed is a calendar too', () => {
  expect(read(feedText('我的接待日', []))).toEqual([]);
  const { headers, status } = feedFile('我的接待日', []);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-store',
  });
});

describe('a token', () => {
  test('names its institution, and nothing else of it can be guessed', () => {
    const token = newFeedToken(HOME);
    expect(institutionOfFeed(token)).toBe(HOME);
    expect(token).not.toBe(newFeedToken(HOME));
    expect(feedTokenOf(feedFilePath(token))).toBe(token);
    expect(feedAddress('roster', token)).toBe(`/feeds/roster/${token}.ics`);
  });

  test.each(['', 'short', `${'a'.repeat(64)}/`, 'a'.repeat(66), '../../etc/passwd'])('%j is none', (text) => {
    expect(institutionOfFeed(text)).toBeNull();
    expect(feedTokenOf(`feeds/${text}.ics`)).toBeNull();
  });
});
