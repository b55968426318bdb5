import type { LocalDate } from '@everyletter/kit/time';
import { describe, expect, test } from 'vitest';
import { noticeDays, readNotice } from './read-notice.ts';

/** As published; the first and the last lines as pages carry them. */
const NOTICES = {
  2023: `国务院办公厅关于2023年
部分节假日安排的通知
国办发明电〔2022〕16号
经国务院批准，现将2023年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2022年12月8日`,
  2024: `国务院办公厅关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
2023年10月25日`,
  2025: `国务院办公厅关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
2024年11月12日`,
  2026: `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
2025年11月4日`,
} as const;

const TEXT = NOTICES[2026];
const days = (year: keyof typeof NOTICES) => noticeDays(readNotice(NOTICES[year], null));

describe('a notice is read as published', () => {
  test.each([
    [2023, 27, ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'], '2022-12-08'],
    [2024, 28, ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'], '2023-10-25'],
    [2025, 28, ['01-26', '02-08', '04-27', '09-28', '10-11'], '2024-11-12'],
    [2026, 33, ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'], '2025-11-04'],
  ] as const)('of %i', (year, off, worked, publishedOn) => {
    const { daysOff, extraWorkdays } = days(year);
    expect(daysOff).toHaveLength(off);
    expect(extraWorkdays).toEqual(worked.map((day) => `${year}-${day}`));
    expect(readNotice(NOTICES[year], null)).toMatchObject({ year, publishedOn });
  });

  test('a New Year may begin in the old one, and a recommendation is no day off', () => {
    expect(days(2023).daysOff.slice(0, 3)).toEqual(['2022-12-31', '2023-01-01', '2023-01-02']);
    expect(days(2024).daysOff).not.toContain('2024-02-09' as LocalDate);
    const december = TEXT.replace(
      '1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班',
      '12月31日至1月2日放假调休，共3天',
    );
    expect(noticeDays(readNotice(december, null)).daysOff[0]).toBe('2025-12-31');
  });

  test('two holidays that fall together are one item', () => {
    expect(readNotice(NOTICES[2025], null).items.at(-1)?.holidays).toEqual(['NATIONAL_DAY', 'MID_AUTUMN']);
  });

  test('with half-width signs, spaces and other dashes, and without its title when the year is given', () => {
    const typed = TEXT.split('\n')
      .slice(1)
      .join('\n')
      .replaceAll('：', ': ')
      .replaceAll('（', ' (')
      .replaceAll('）', ') ')
      .replaceAll('至', ' — ')
      .replaceAll('周', '星期');
    expect(noticeDays(readNotice(typed, 2026))).toEqual(days(2026));
    expect(() => readNotice(typed, null)).toThrow('NOTICE_YEAR_UNKNOWN');
  });
});

describe('a slip in the text is found', () => {
  test.each([
    [
      'a day of the week',
      ['1月4日（周日）', '1月4日（周六）'],
      'NOTICE_WEEKDAY_WRONG',
      { date: '2026-01-04', real: '周日' },
    ],
    ['a number of days', ['共9天', '共8天'], 'NOTICE_COUNT_WRONG', { holiday: '春节', written: 8, counted: 9 }],
    ['a day that is none', ['6月19日（周五）至21日（周日）', '6月31日'], 'NOTICE_DATE_WRONG', { written: '6月31日' }],
    ['a range the wrong way round', ['至7日（周三）放假调休，共7天', '至9月30日放假调休'], 'NOTICE_DATE_WRONG', {}],
    ['a weekday worked anyway', ['5月9日（周六）', '5月8日'], 'NOTICE_WORKDAY_WRONG', { date: '2026-05-08' }],
    [
      'a holiday left out',
      ['五、端午节：6月19日（周五）至21日（周日）放假，共3天。', ''],
      'NOTICE_HOLIDAYS_MISSING',
      { holidays: ['端午节'] },
    ],
    [
      'May without its first',
      ['5月1日（周五）至5日（周二）放假调休，共5天', '5月2日至5日放假调休，共4天'],
      'NOTICE_DAY_MISSING',
      { date: '2026-05-01' },
    ],
  ] as const)('%s', (_, [written, slip], code, details) => {
    let refusal: unknown;
    try {
      readNotice(TEXT.replace(written, slip), null);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code, kind: 'INVALID', details: { field: 'text', ...details } });
  });

  test('anything else is no notice', () => {
    expect(() => readNotice('今天天气很好。', 2027)).toThrow('NOTICE_HOLIDAYS_MISSING');
  });
});
