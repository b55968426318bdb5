import { Category } from '../src/petition/rules/kinds.ts';
import type { Random } from './random.ts';

/** What people of the demo write about; subjects hold no personal data. */
export interface Request {
  readonly category: Category;
  readonly subject: string;
  readonly body: string;
}

const SUBJECTS: Readonly<Record<Category, readonly string[]>> = {
  ACCUSATION: ['反映讯问过程不规范', '控告侵占集体土地补偿款', '控告侦查机关应当立案而不立案'],
  REPORT: ['举报某单位虚开发票', '举报工程招投标弄虚作假', '举报套取专项补贴'],
  CRIMINAL_APPEAL: ['不服故意伤害案判决', '不服不起诉决定', '认为二十余年前被立案审查有误', '不服诈骗案量刑'],
  CIVIL_SUPERVISION: ['申请监督房屋买卖合同纠纷判决', '申请监督民间借贷纠纷裁定', '反映执行款长期未到位'],
  ADMINISTRATIVE_SUPERVISION: ['不服行政处罚诉讼判决', '申请监督工伤认定行政判决', '反映征收补偿行政诉讼裁判不公'],
  STATE_COMPENSATION: ['申请错误拘留国家赔偿', '询问国家赔偿办理进展'],
  JUDICIAL_ASSISTANCE: ['被害人家庭困难申请司法救助', '申请未成年被害人司法救助'],
  PUBLIC_INTEREST_CLUE: ['反映河道垃圾堆放', '反映外卖餐饮无证经营', '反映无障碍设施被占用'],
  STAFF_MISCONDUCT: ['反映接待人员态度生硬', '反映办案人员接触当事人'],
  SUGGESTION: ['建议延长接待窗口开放时间', '建议增设无障碍接待席位', '建议公开办理进度查询方式'],
  LEGAL_CONSULTATION: ['咨询刑事申诉期限', '咨询律师阅卷预约', '咨询民事监督申请材料'],
  OTHER: ['诉求不明，待核实', '多事项混合反映', '补充此前来信材料'],
};

/** How often each is written. */
const SHARES: readonly (readonly [Category, number])[] = [
  [Category.CRIMINAL_APPEAL, 20],
  [Category.CIVIL_SUPERVISION, 18],
  [Category.ACCUSATION, 14],
  [Category.LEGAL_CONSULTATION, 13],
  [Category.REPORT, 10],
  [Category.ADMINISTRATIVE_SUPERVISION, 7],
  [Category.OTHER, 6],
  [Category.SUGGESTION, 4],
  [Category.PUBLIC_INTEREST_CLUE, 3],
  [Category.JUDICIAL_ASSISTANCE, 2],
  [Category.STATE_COMPENSATION, 2],
  [Category.STAFF_MISCONDUCT, 1],
];

export function aRequest(random: Random): Request {
  return requestOf(random.weighted(SHARES), random);
}

export function requestOf(category: Category, random: Random): Request {
  const subject = random.pick(SUBJECTS[category]);
  const years = random.between(1, 20);
  const body = `检察院同志：我来信${subject}。此事至今已有${years}年，材料附后，恳请依法审查，并将处理情况告诉我。`;
  return { category, subject, body };
}
