import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { usePhoneCountry } from '#renderer/app/use-phone-country.ts';
import type {
  ImportDone,
  OpenedFile,
  StudentsChoice,
  StudentsPlan,
} from '#shared/contract/imports.contract.ts';
import { choiceOfSheet } from '../list-choice.ts';
import { useApply } from '../use-apply.ts';
import type { StudentsDraft } from './students-columns.tsx';

/** Where an import of students stands. */
type Step =
  | { kind: 'choose' }
  | { kind: 'columns'; draft: StudentsDraft }
  | { kind: 'preview'; draft: StudentsDraft; plan: StudentsPlan }
  | { kind: 'done'; done: ImportDone };

function askedOf({ choice, className, country, withoutZeros }: StudentsDraft): StudentsChoice {
  const { file, sheet, fields } = choice;
  return {
    draftId: file.draftId,
    sheet: sheet.sheet,
    headingRow: sheet.headingRow,
    fields: [...fields],
    className: className.trim() || null,
    country,
    withoutZeros,
  };
}

/** An import of students from the choice of the file to its result. */
export function useStudentsImport() {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const plan = useMutation({
    mutationFn: (draft: StudentsDraft) => rollcall.imports.planStudents(askedOf(draft)),
    onSuccess: (found, draft) => setStep({ kind: 'preview', draft, plan: found }),
  });
  const { apply, progress } = useApply(
    ({ draft, plan: { counts } }: { draft: StudentsDraft; plan: StudentsPlan }) =>
      rollcall.imports.applyStudents({ ...askedOf(draft), expected: counts }),
    (done) => setStep({ kind: 'done', done }),
  );
  const { country } = usePhoneCountry();
  const opened = (file: OpenedFile) => {
    const choice = choiceOfSheet(file, file.chosen);
    setStep({ kind: 'columns', draft: { choice, className: '', country, withoutZeros: false } });
  };
  const edit = (draft: StudentsDraft) => {
    apply.reset();
    setStep({ kind: 'columns', draft });
  };
  return { step, plan, apply, progress, opened, edit, restart: () => setStep({ kind: 'choose' }) };
}
