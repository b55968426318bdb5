/** Numbers of the mediation by partners; an institution may have its own, versioned. */
export interface MediationTerms {
  /** How long a partner may think about an offer. Calendar days. */
  readonly answerDays: number;
  /** From acceptance. Calendar days. */
  readonly mediationDays: number;
  /** What both parties may add at once, and how often. */
  readonly extension: { readonly days: number; readonly times: number };
  /** From the effective date. Calendar days. */
  readonly confirmationDays: number;
  /** Before the last day for confirmation. Calendar days, the longest first. */
  readonly confirmationReminderDays: readonly number[];
  /** Counts below are withheld from reporters. */
  readonly smallestCell: number;
  /** Whether parties are asked how they found the mediation. */
  readonly feedback: boolean;
  readonly legalBasis: Readonly<Record<string, string>>;
}

/** In force where an institution has set nothing. */
export const DEFAULT_TERMS: MediationTerms = {
  answerDays: 7,
  mediationDays: 30,
  extension: { days: 30, times: 1 },
  confirmationDays: 30,
  confirmationReminderDays: [15, 5],
  smallestCell: 5,
  feedback: false,
  legalBasis: {
    answerDays: '本院与合作组织的约定，可修改',
    mediationDays: '最高人民法院关于人民法院特邀调解的规定第二十七条（三十日，双方同意可以延长）',
    extension: '最高人民法院关于人民法院特邀调解的规定第二十七条',
    confirmationDays: '中华人民共和国人民调解法第三十三条；民事诉讼法第二百零五条',
    confirmationReminderDays: '本院约定，可修改',
    smallestCell: '个人信息保护法第六条',
    feedback: '默认不开启',
  },
};
