import { always, day, optional, type ReplyTemplate, required } from './reply-template.ts';

const REQUEST = required('request', '信访请求', 'Request', 'subject');
const CONTACT = required('contactPhone', '联系电话', 'Contact phone', 'officePhone');
const RESULT_FIELDS = [
  required('facts', '查明的事实', 'Facts found'),
  required('reasons', '理由与释法说理', 'Reasons and legal explanation'),
  required('basis', '法律依据', 'Legal basis'),
  required('result', '办理结论', 'Conclusion'),
  required('remedies', '救济途径及期限', 'Remedies and their time limits'),
];

const OPENING = '您向我院提出的信访事项（{{receivedOn}}收到，信访编号：{{number}}）收悉。您的请求是：{{request}}。';
const CLOSING =
  '如需进一步了解，请与我院{{handlingDepartment}}联系，联系电话：{{contactPhone}}。您可凭本函所载核验码核验本函真伪。';
const HANDLED_BY = required('handlingDepartment', '承办部门', 'Handling department');
const NOTE = optional('note', '补充说明', 'Note');

/**
 * The three-month answer and what follows it.
 * Source: 《人民检察院刑事诉讼规则》163；《信访工作条例》32、35。
 */
export const ANSWER_TEMPLATES: readonly ReplyTemplate[] = [
  {
    id: 'progress',
    kind: 'PROGRESS',
    name: '办理进展答复',
    dispositions: null,
    paragraphs: always(
      OPENING,
      '现将办理进展答复如下：我院已完成{{done}}。尚待完成{{remaining}}。',
      '我院将于{{nextAnswerOn}}前（含当日）再次向您答复。',
      '{{note}}',
      CLOSING,
    ),
    fields: [
      REQUEST,
      required('done', '已完成的工作', 'What was done'),
      required('remaining', '尚待完成的工作', 'What remains'),
      day('nextAnswerOn', '下次答复日期', 'Next answer by', 'nextAnswerOn'),
      HANDLED_BY,
      CONTACT,
      NOTE,
    ],
  },
  {
    id: 'result',
    kind: 'RESULT',
    name: '办理结果答复',
    dispositions: null,
    paragraphs: always(
      OPENING,
      '经我院{{handlingDepartment}}审查，查明：{{facts}}。',
      '我院认为：{{reasons}}。根据{{basis}}，{{result}}。',
      '如您对本答复不服，{{remedies}}。',
      '{{note}}',
      CLOSING,
    ),
    fields: [REQUEST, ...RESULT_FIELDS, HANDLED_BY, CONTACT, NOTE],
  },
  {
    id: 'result-home-visit',
    kind: 'RESULT',
    name: '办理结果答复（登门回复）',
    dispositions: null,
    paragraphs: always(
      OPENING,
      '经我院{{handlingDepartment}}审查，查明：{{facts}}。',
      '{{visitedOn}}，我院工作人员{{officers}}到您住处当面答复并释法说理，由{{heardBy}}听取，要点为：{{keyPoints}}。',
      '我院认为：{{reasons}}。根据{{basis}}，{{result}}。',
      '如您对本答复不服，{{remedies}}。',
      '{{note}}',
      CLOSING,
    ),
    fields: [
      REQUEST,
      day('visitedOn', '登门日期', 'Visited on'),
      required('officers', '登门人员（二人以上）', 'Officers who visited (two or more)'),
      required('heardBy', '听取答复的人', 'Who heard it'),
      required('keyPoints', '当面答复要点', 'Key points told'),
      ...RESULT_FIELDS,
      HANDLED_BY,
      CONTACT,
      NOTE,
    ],
  },
  {
    id: 'extension-notice',
    kind: 'EXTENSION',
    name: '延长办理期限告知',
    dispositions: null,
    paragraphs: always(
      OPENING,
      '因{{reason}}，需要延长办理期限。经批准，办理期限延长至{{newDueOn}}（含当日）。',
      '目前我院已完成{{done}}。延长期间我院仍每月向您答复，下次答复在{{nextAnswerOn}}前（含当日）。',
      '{{note}}',
      CLOSING,
    ),
    fields: [
      REQUEST,
      required('reason', '延长的理由', 'Reason for the extension'),
      day('newDueOn', '延长后的期限', 'Extended until', 'answerDueOn'),
      required('done', '已完成的工作', 'What was done'),
      day('nextAnswerOn', '下次答复日期', 'Next answer by', 'nextAnswerOn'),
      HANDLED_BY,
      CONTACT,
      NOTE,
    ],
  },
];
