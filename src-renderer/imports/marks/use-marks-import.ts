import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { DayRange } from '#shared/contract/base.ts';
import type { ImportDone, MarksPlan, OpenedFile } from '#shared/contract/imports.contract.ts';
import { choiceOfSheet, type ListChoice } from '../list-choice.ts';
import { useApply } from '../use-apply.ts';
import { askedOf, draftOf, listAskedOf, type MarksDraft } from './marks-draft.ts';

/** Where an import of marks stands. */
type Step =
  | { kind: 'choose' }
  | { kind: 'columns'; choice: ListChoice }
  | { kind: 'meanings'; draft: MarksDraft }
  | { kind: 'preview'; draft: MarksDraft; plan: MarksPlan }
  | { kind: 'done'; done: ImportDone; days: DayRange | undefined };

/** From the first to the last day of the marks that are taken over. */
function daysOf({ rows }: MarksPlan): DayRange | undefined {
  const taken = rows.filter(({ verdict: { kind } }) => kind === 'new' || kind === 'changed');
  const days = taken.flatMap(({ day }) => day ?? []).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** An import of marks from the choice of the file to its result. */
export function useMarksImport() {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const look = useMutation({
    mutationFn: (choice: ListChoice) => rollcall.imports.lookAtMarks(listAskedOf(choice)),
    onSuccess: (facts, choice) => setStep({ kind: 'meanings', draft: draftOf(choice, facts) }),
  });
  const plan = useMutation({
    mutationFn: (draft: MarksDraft) => rollcall.imports.planMarks(askedOf(draft)),
    onSuccess: (found, draft) => setStep({ kind: 'preview', draft, plan: found }),
  });
  const { apply, progress } = useApply(
    ({ draft, plan: { counts } }: { draft: MarksDraft; plan: MarksPlan }) =>
      rollcall.imports.applyMarks({ ...askedOf(draft), expected: counts }),
    (done, { plan: applied }) => setStep({ kind: 'done', done, days: daysOf(applied) }),
  );
  const editMeanings = (draft: MarksDraft) => {
    apply.reset();
    setStep({ kind: 'meanings', draft });
  };
  return {
    step,
    look,
    plan,
    apply,
    progress,
    opened: (file: OpenedFile) =>
      setStep({ kind: 'columns', choice: choiceOfSheet(file, file.chosen) }),
    editColumns: (choice: ListChoice) => setStep({ kind: 'columns', choice }),
    editMeanings,
    restart: () => setStep({ kind: 'choose' }),
  };
}
