import { ref } from 'vue';
import type { CodedError } from '../graphql/coded-error.ts';
import { uploadFile } from '../graphql/upload-file.ts';

/** Files one after another through one door; what was refused is told by its name, the others go on. */
export function useUploads(door: () => string, onTaken: (id: string) => void) {
  const sending = ref<{ readonly name: string; readonly sent: number } | null>(null);
  const refused = ref<readonly { readonly name: string; readonly refusal: CodedError }[]>([]);

  async function send(files: Iterable<File>): Promise<void> {
    if (sending.value) return;
    refused.value = [];
    for (const file of [...files]) {
      sending.value = { name: file.name, sent: 0 };
      const answer = await uploadFile(door(), file, (sent) => {
        sending.value = { name: file.name, sent };
      });
      if ('id' in answer) onTaken(answer.id);
      else refused.value = [...refused.value, { name: file.name, refusal: answer.refusal }];
    }
    sending.value = null;
  }

  return { sending, refused, send };
}
