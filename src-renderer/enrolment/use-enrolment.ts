import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { errorCode, errorData } from '#renderer/app/error-code.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { playSound } from '#renderer/camera/sound.ts';
import { duplicateFaceSchema, type NewTemplate } from '#shared/contract/enrolment.contract.ts';
import { goTo } from './capture-store.ts';

export type DuplicateFace = z.infer<typeof duplicateFaceSchema>;

interface Wish {
  studentId: string;
  modelId: string;
  templates: NewTemplate[];
  /** Why this face may be two students', as with twins. */
  reason?: string;
}

/** Whose face it is already, if the main process said so. */
function duplicateIn(error: unknown): DuplicateFace | null {
  if (errorCode(error) !== 'DUPLICATE_FACE') return null;
  return duplicateFaceSchema.parse(errorData(error));
}

/** Asks whose face it is before it is stored, so that the question comes as a question. */
async function save(wish: Wish): Promise<DuplicateFace | null> {
  const { studentId, modelId, templates, reason } = wish;
  if (!reason) {
    const vectors = templates.map((template) => template.vector);
    const found = await rollcall.enrolment.findDuplicate({ studentId, modelId, vectors });
    if (found) return found;
  }
  try {
    const duplicateOverride = reason ? { reason } : undefined;
    await rollcall.enrolment.save({ studentId, modelId, templates, duplicateOverride });
    return null;
  } catch (error) {
    const found = duplicateIn(error);
    if (found) return found;
    throw error;
  }
}

/** Stores the views that were approved, and says so if the face is another student's already. */
export function useEnrolment() {
  const [duplicate, setDuplicate] = useState<DuplicateFace | null>(null);
  const mutation = useMutation({
    mutationFn: save,
    onSuccess: async (found) => {
      setDuplicate(found);
      if (found) return;
      playSound('marked');
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.enrolment.key() }),
        queryClient.invalidateQueries({ queryKey: api.people.key() }),
      ]);
      goTo('saved');
    },
  });
  return {
    save: (wish: Wish) => mutation.mutate(wish),
    saving: mutation.isPending,
    duplicate,
    letDuplicateBe: () => setDuplicate(null),
  };
}
