import { always, day, optional, type ReplyTemplate, required } from './reply-template.ts';

const REQUEST = required('request', '信访请求', 'Request', 'subject');
const CONTACT = required('contactPhone', '联系电话', 'Contact phone', 'officePhone');
const REMEDIES = required('remedies', '救济途径及期限', 'Remedies and their time limits');

const RECEIVED = '您的信访材料我院已于{{receivedOn}}收到，信访编号为{{number}}。您反映的主要诉求是：{{request}}。';
/** A reply must be checkable, and must never ask for data: petitioners have taken true ones for fraud. */
const CHECKABLE =
  '您可凭本函所载核验码，向我院检察服务中心（地址：{{officeAddress}}，电话：{{contactPhone}}）查询办理情况、核验本函真伪。我院不会以任何链接向您索取个人信息或者收取费用。';

/**
 * The seven-day reply: received, and what was decided.
 * Source: 《人民检察院刑事诉讼规则》161–163；《信访工作条例》23。
 */
export const PROCEDURAL_TEMPLATES: readonly ReplyTemplate[] = [
  {
    id: 'procedural-accepted',
    kind: 'PROCEDURAL',
    name: '程序性回复（受理）',
    dispositions: ['ACCEPTED'],
    paragraphs: always(
      RECEIVED,
      '经审查，您反映的事项属于我院管辖，决定予以受理，现由{{handlingDepartment}}承办，联系电话：{{contactPhone}}。',
      '我院将于{{answerDueOn}}前（含当日）向您答复办理进展或者办理结果。',
      '{{note}}',
      CHECKABLE,
    ),
    fields: [
      REQUEST,
      required('handlingDepartment', '承办部门', 'Handling department'),
      CONTACT,
      day('answerDueOn', '答复期限', 'Answer due', 'answerDueOn'),
      optional('note', '补充说明', 'Note'),
    ],
  },
  {
    id: 'procedural-materials',
    kind: 'PROCEDURAL',
    name: '程序性回复（一次性告知补正材料）',
    dispositions: ['ACCEPTED'],
    paragraphs: always(
      RECEIVED,
      '为办理您反映的事项，尚需您补充以下全部材料：{{materials}}。请寄送或者当面递交至：{{sendTo}}，联系电话：{{contactPhone}}。',
      '{{note}}',
      CHECKABLE,
    ),
    fields: [
      REQUEST,
      required('materials', '需补正的全部材料', 'All materials needed'),
      required('sendTo', '递交地址', 'Where to send them', 'officeAddress'),
      CONTACT,
      optional('note', '补充说明', 'Note'),
    ],
  },
  {
    id: 'procedural-transferred',
    kind: 'PROCEDURAL',
    name: '程序性回复（转送）',
    dispositions: ['TRANSFERRED', 'ASSIGNED_DOWN'],
    paragraphs: always(
      RECEIVED,
      '经审查，您反映的事项应由{{transferredTo}}办理，我院已于{{transferredOn}}将材料转送该机关，请您与其联系（联系方式：{{receiverContact}}）。',
      '{{note}}',
      CHECKABLE,
    ),
    fields: [
      REQUEST,
      required('transferredTo', '转送机关', 'Transferred to', 'transferredTo'),
      day('transferredOn', '转送日期', 'Transferred on'),
      required('receiverContact', '接收机关联系方式', 'Contact of the receiving organ'),
      CONTACT,
      optional('note', '补充说明', 'Note'),
    ],
  },
  {
    id: 'procedural-declined',
    kind: 'PROCEDURAL',
    name: '程序性回复（不予受理）',
    dispositions: ['DECLINED'],
    paragraphs: always(
      RECEIVED,
      '经审查，{{reasons}}。根据{{basis}}，我院决定不予受理。',
      '如您不服，{{remedies}}。',
      '{{note}}',
      CHECKABLE,
    ),
    fields: [
      REQUEST,
      required('reasons', '不予受理的理由', 'Reasons'),
      required('basis', '法律依据', 'Legal basis'),
      REMEDIES,
      CONTACT,
      optional('note', '补充说明', 'Note'),
    ],
  },
  {
    id: 'procedural-redirected',
    kind: 'PROCEDURAL',
    name: '程序性回复（告知向有权机关反映）',
    dispositions: ['REDIRECTED'],
    paragraphs: always(
      RECEIVED,
      '经审查，您反映的事项不属于我院管辖：{{reasons}}。请您向{{competentOrgan}}提出，{{howToApply}}。',
      '{{note}}',
      CHECKABLE,
    ),
    fields: [
      REQUEST,
      required('reasons', '不属于本院管辖的理由', 'Why it is not ours'),
      required('competentOrgan', '有权处理的机关', 'Competent organ', 'transferredTo'),
      required('howToApply', '提出的方式及联系方式', 'How to apply there'),
      CONTACT,
      optional('note', '补充说明', 'Note'),
    ],
  },
  {
    id: 'procedural-filed',
    kind: 'PROCEDURAL',
    name: '程序性回复（存查）',
    dispositions: ['FILED'],
    paragraphs: always(RECEIVED, '经审查，{{reasons}}，我院已将您的材料存档备查。', '{{note}}', CHECKABLE),
    fields: [REQUEST, required('reasons', '存查的理由', 'Reasons'), CONTACT, optional('note', '补充说明', 'Note')],
  },
  {
    id: 'procedural-repeat',
    kind: 'PROCEDURAL',
    name: '程序性回复（重复信访，已答复）',
    dispositions: ['FILED'],
    paragraphs: always(
      RECEIVED,
      '您反映的事项，我院已于{{answeredOn}}作出答复（文号：{{earlierLetter}}）。您本次来信未提出新的事实和理由，原答复意见不变。',
      '如您对原答复不服，{{remedies}}。',
      '{{note}}',
      CHECKABLE,
    ),
    fields: [
      REQUEST,
      day('answeredOn', '原答复日期', 'Answered on'),
      required('earlierLetter', '原答复文号', 'Number of the earlier letter'),
      REMEDIES,
      CONTACT,
      optional('note', '补充说明', 'Note'),
    ],
  },
];
