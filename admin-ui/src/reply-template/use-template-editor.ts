import { computed, type Ref, ref, watch } from 'vue';
import { useChange } from '../graphql/use-change.ts';
import type { Disposition } from '../petition/kinds.ts';
import {
  type ParagraphInput,
  SaveTemplate,
  type SpecInput,
  type TemplateInput,
  type TemplateSheet,
} from './template-documents.ts';

type Editable<T> = { -readonly [K in keyof T]: T[K] };
export type EditedParagraph = Editable<ParagraphInput>;
export type EditedSpec = Editable<SpecInput>;
export interface EditedTemplate extends Editable<Omit<TemplateInput, 'paragraphs' | 'fields' | 'dispositions'>> {
  offered: boolean;
  dispositions: Disposition[];
  paragraphs: EditedParagraph[];
  fields: EditedSpec[];
}

/** The letter as it is being written; what is in force stays until an administrator approves the draft. */
export function useTemplateEditor(shown: Ref<TemplateSheet | null>) {
  const form = ref<EditedTemplate>(formOf(null));
  const saving = useChange(SaveTemplate);
  const place = computed(() => (shown.value ? `${shown.value.id}/${shown.value.version}/${shown.value.revision}` : ''));
  const reset = () => {
    form.value = formOf(shown.value);
    saving.forget();
  };
  watch(place, reset, { immediate: true });
  const isChanged = computed(() => JSON.stringify(form.value) !== JSON.stringify(formOf(shown.value)));

  async function save(): Promise<string | null> {
    const { offered, ...template } = form.value;
    const revision = shown.value?.state === 'DRAFT' ? shown.value.revision : 0;
    const saved = await saving.run({ input: { revision, offered, template } });
    return saved?.saveReplyTemplate.replyTemplate.id ?? null;
  }

  return { form, isChanged, reset, save, saving, input: computed(() => templateOf(form.value)) };
}

function templateOf({ offered: _, ...template }: EditedTemplate): TemplateInput {
  return template;
}

function formOf(sheet: TemplateSheet | null): EditedTemplate {
  if (!sheet) return BLANK();
  const { id, kind, name, offered, dispositions, paragraphs, requiredFields } = sheet;
  return {
    templateId: id,
    kind,
    name,
    offered,
    dispositions: dispositions ? [...dispositions] : [],
    paragraphs: paragraphs.map(({ text, categories, identityKinds }) => ({
      text,
      categories: [...categories],
      identityKinds: [...identityKinds],
    })),
    fields: requiredFields.map(({ key, label, required, type, prefill }) => ({
      key,
      label: label.zh,
      labelEn: label.en,
      required,
      type,
      prefill,
    })),
  };
}

/** A new one starts with what every letter says. */
const BLANK = (): EditedTemplate => ({
  templateId: null,
  kind: 'PROCEDURAL',
  name: '',
  offered: true,
  dispositions: [],
  paragraphs: [
    {
      text: '您的信访材料我院已于{{receivedOn}}收到，信访编号为{{number}}。您反映的主要诉求是：{{request}}。',
      categories: [],
      identityKinds: [],
    },
    { text: '联系电话：{{contactPhone}}。', categories: [], identityKinds: [] },
  ],
  fields: [
    { key: 'request', label: '信访请求', labelEn: 'Request', required: true, type: 'TEXT', prefill: 'subject' },
    {
      key: 'contactPhone',
      label: '联系电话',
      labelEn: 'Contact phone',
      required: true,
      type: 'TEXT',
      prefill: 'officePhone',
    },
  ],
});

/** Rows of a list change places, come and go. */
export function useRows<T>(rows: () => T[], blank: () => T) {
  return {
    move(at: number, by: number): void {
      const [moved] = rows().splice(at, 1);
      if (moved) rows().splice(at + by, 0, moved);
    },
    add: () => void rows().push(blank()),
    remove: (at: number) => void rows().splice(at, 1),
  };
}
