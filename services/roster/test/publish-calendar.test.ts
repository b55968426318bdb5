import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOME } from '../demo/people.ts';
import { clerk, House, rota, stranger, system } from './house.ts';

/** In the manner of the years before; the arrangement itself is invented, since none was published when this was written. */
const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
2026年11月20日`;
const CALENDAR = 'calendar { version lastPublishedYear missingYear overrides { date working reason } }';

const house = new House();
beforeAll(() => house.open());
afterAll(() => house.close());

const publish = (input: object, viewer = system) =>
  house.change(viewer, ['publishCalendar', 'PublishCalendarInput'], input, CALENDAR);
const override = (input: object, viewer = system) =>
  house.change(viewer, ['overrideDay', 'OverrideDayInput'], input, CALENDAR);
const dayOf = async (date: string) =>
  (await house.ask(clerk, `{ workingDay(date: "${date}") { kind working provisional sourceKind source } }`)).data
    .workingDay;

test('before the notice a year has its statutory days, provisionally, and its notice is said to be due', async () => {
  expect(await dayOf('2027-02-08')).toMatchObject({ kind: 'DAY_OFF', provisional: true, sourceKind: 'PROVISIONAL' });
  expect(await dayOf('2027-02-11')).toMatchObject({ kind: 'WORKDAY', provisional: true });
  const { data } = await house.ask(clerk, '{ workingCalendar { version missingYear } }');
  expect(data.workingCalendar).toEqual({ version: 1, missingYear: 2027 });
});

test('a preview shows the year, its differences and the duties they meet, and publishes nothing', async () => {
  const query = `query($text: String!) { calendarPreview(text: $text) { year title publishedOn version
    days { date kind } changes { date before after } duties { date } years } }`;
  const moved = '2026-12-09';
  const withDuty = { year: 2026, daysOff: [moved], extraWorkdays: [] };
  const { data } = await house.ask(system, query, { text: NOTICE });
  const { days, changes, ...head } = data.calendarPreview;
  expect(head).toMatchObject({ year: 2027, publishedOn: '2026-11-20', version: 1 });
  expect(days).toHaveLength(365);
  expect(changes).toContainEqual({ date: '2027-02-20', before: 'WEEKEND', after: 'EXTRA_WORKDAY' });
  const [duty] = (await house.ask(system, query, { text: JSON.stringify(withDuty) })).data.calendarPreview.duties;
  expect(duty).toEqual({ date: moved });
  expect((await dayOf('2027-02-20')).kind).toBe('WEEKEND');
});

test('published, it is a new version under its notice, told whole to who keeps the calendar', async () => {
  const { calendar } = await publish({ text: NOTICE, version: 1 });
  expect(calendar).toMatchObject({ version: 2, lastPublishedYear: 2027, missingYear: null });
  expect(await dayOf('2027-02-20')).toEqual({
    kind: 'EXTRA_WORKDAY',
    working: true,
    provisional: false,
    sourceKind: 'NOTICE',
    source: '国务院办公厅关于2027年部分节假日安排的通知',
  });
  const [told] = await house.told('roster.calendar-published');
  expect(told).toMatchObject({ version: 2 });
  expect(told.years).toContain(2027);
  expect(told.daysOff).toEqual(expect.arrayContaining(['2026-10-01', '2027-02-11', '2028-01-25']));
  expect(told.extraWorkdays.filter((day: string) => told.daysOff.includes(day))).toEqual([]);
  expect(await house.audited(HOME)).toContain('PUBLISH_CALENDAR');
});

test('what the office decides of one day stays when the notice is corrected', async () => {
  const decided = await override({ date: '2027-03-08', working: false, reason: '停电检修', version: 2 });
  expect(decided.calendar.overrides).toEqual([{ date: '2027-03-08', working: false, reason: '停电检修' }]);
  expect(await dayOf('2027-03-08')).toMatchObject({
    kind: 'DAY_OFF',
    sourceKind: 'LOCAL_OVERRIDE',
    source: '本院决定：停电检修',
  });
  const corrected = NOTICE.replace('9月15日（周三）放假1天，不调休', '9月15日（周三）至16日（周四）放假，共2天');
  await publish({ text: corrected, version: 3 });
  expect([(await dayOf('2027-09-16')).kind, (await dayOf('2027-03-08')).kind]).toEqual(['DAY_OFF', 'DAY_OFF']);
});

test('a reception day that became a holiday is listed until it is rearranged; elsewhere there is none', async () => {
  const onDaysOff = '{ receptionsOnDaysOff { date openTicketCount leader { name } } }';
  expect((await house.ask(rota, onDaysOff)).data.receptionsOnDaysOff).toEqual([
    { date: '2027-02-10', openTicketCount: 0, leader: { name: expect.any(String) } },
    { date: '2027-02-10', openTicketCount: 0, leader: { name: expect.any(String) } },
  ]);
  expect((await house.ask(stranger, onDaysOff)).data.receptionsOnDaysOff).toEqual([]);
});

describe('refused, changing nothing:', () => {
  test.each([
    ['over a version somebody has replaced', { text: NOTICE, version: 1 }, 'CALENDAR_CHANGED'],
    ['what is no notice', { text: '放假三天', version: 4 }, 'NOTICE_YEAR_UNKNOWN'],
    ['a notice without a holiday', { text: NOTICE.replace(/三、.*\n/u, ''), version: 4 }, 'NOTICE_HOLIDAYS_MISSING'],
    ['JSON of another shape', { text: '{"year": 2027}', version: 4 }, 'NOTICE_JSON_WRONG'],
    [
      'a year beyond the century',
      { text: '{"year":2999,"daysOff":["2027-01-01"],"extraWorkdays":[]}', version: 4 },
      'NOTICE_YEAR_WRONG',
    ],
  ])('%s', async (_, input, code) => {
    expect(await publish(input)).toMatchObject({ code });
    expect(await house.rows('select max(version) as version from roster.calendar_version')).toEqual([{ version: 4 }]);
  });

  test('what changes nothing', async () => {
    expect(await override({ date: '2027-03-08', working: false, reason: '再说一遍', version: 4 })).toMatchObject({
      code: 'CALENDAR_UNCHANGED',
    });
  });

  test('by anybody but who keeps the calendar', async () => {
    expect(await publish({ text: NOTICE, version: 4 }, clerk)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await override({ date: '2027-03-09', working: false, reason: '停电', version: 4 }, clerk)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  test('all but one of two at once', async () => {
    const days = ['2027-03-10', '2027-03-11', '2027-03-12'];
    const answers = await Promise.all(
      days.map((date) => override({ date, working: false, reason: '停电', version: 4 })),
    );
    expect(answers.filter(({ calendar }) => calendar)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'CALENDAR_CHANGED')).toHaveLength(2);
  });
});

test('another institution has its own calendar, or none', async () => {
  const { data } = await house.ask(stranger, '{ workingCalendar { version } }');
  expect(data.workingCalendar.version).toBe(1);
  const nobody = buildViewer('01900000-0000-7000-8000-0000000000ff', ['SYSTEM_ADMINISTRATOR']);
  expect(await publish({ text: NOTICE, version: 5 }, nobody)).toMatchObject({ code: 'CALENDAR_NOT_FOUND' });
});
