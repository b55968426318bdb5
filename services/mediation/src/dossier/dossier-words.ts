type Words = Readonly<Record<string, string>>;

/** As they stand in a dossier, which is always in Chinese. */
export const STATES: Words = {
  PROPOSED: '征求当事人意见',
  CONSENTED: '等待合作组织答复',
  ACCEPTED: '调解中',
  AGREED: '协议已生效，履行中',
  PERFORMED: '协议全部履行',
  FAILED: '未达成协议，调解终结',
  BREACHED: '协议未履行',
  DECLINED: '合作组织未受理',
  EXPIRED: '合作组织逾期未答复',
  REFUSED: '当事人不同意',
  WITHDRAWN: '当事人退出',
  CANCELLED: '本院撤回',
};
export const SUBJECTS: Words = { SHARING: '调解和信息共享', MEDIATOR: '调解员', EXTENSION: '延长期限' };
export const ANSWERS: Words = { GIVEN: '表示同意', REFUSED: '表示不同意', WITHDRAWN: '撤回同意' };
export const FORMS: Words = { WRITTEN: '书面', RECORDED_TALK: '谈话笔录', ONLINE: '网上' };
export const PAPERS: Words = { SHARED: '转交的材料', SIGNED_AGREEMENT: '签字的协议', EVIDENCE: '履行的证明' };
