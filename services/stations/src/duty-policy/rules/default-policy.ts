import type { DutyPolicy } from './duty-policy.ts';

/** What an institution starts with. */
export const defaultDutyPolicy: DutyPolicy = {
  eligibility: { minYearsOfPractice: 3, passedReviews: 3, reviewMonth: 7, disciplineFreeYears: 3 },
  swapNoticeHours: 24,
  lateAfterMinutes: 10,
  checkInEarlyMinutes: 60,
  opinionAnswer: { amount: 10, unit: 'WORKDAY' },
  legalAidDecide: { amount: 7, unit: 'CALENDAR_DAY' },
  legalAidAppoint: { amount: 3, unit: 'CALENDAR_DAY' },
  grounds: {
    eligibility: '各地值班律师名册的通行条件：执业三年以上、近三年年度考核称职、未受处罚或惩戒；由本院与派驻方商定',
    swapNoticeHours: '值班安排的通行做法：调换应提前一日告知',
    opinionAnswer:
      '中央政法委《关于建立律师参与化解和代理涉法涉诉信访案件制度的意见（试行）》（2015）：对律师意见应当研究并反馈；期限由本院定',
    legalAid: '《法律援助法》（2022）第四十三条：七日内决定，三日内指派',
  },
};
