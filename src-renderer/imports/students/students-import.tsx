import { assertNever } from '#shared/assert-never.ts';
import { ChooseList } from '../choose-list.tsx';
import { ImportResult } from '../import-result.tsx';
import { StudentsColumns } from './students-columns.tsx';
import { StudentsPreview } from './students-preview.tsx';
import { useStudentsImport } from './use-students-import.ts';

/** Students and their guardians from a spreadsheet: file, columns, preview, result. */
export function StudentsImport() {
  const { step, plan, apply, progress, opened, edit, restart } = useStudentsImport();
  switch (step.kind) {
    case 'choose':
      return <ChooseList kind="students" onOpened={opened} />;
    case 'columns':
      return (
        <StudentsColumns
          draft={step.draft}
          busy={plan.isPending}
          onChange={edit}
          onBack={restart}
          onNext={() => plan.mutate(step.draft)}
        />
      );
    case 'preview':
      return (
        <StudentsPreview
          plan={step.plan}
          country={step.draft.country}
          withoutZeros={step.draft.withoutZeros}
          planning={plan.isPending}
          onWithoutZeros={(withoutZeros) => plan.mutate({ ...step.draft, withoutZeros })}
          busy={apply.isPending}
          progress={progress}
          cancelled={apply.data === null}
          error={apply.error}
          onBack={() => edit(step.draft)}
          onApply={() => apply.mutate(step)}
        />
      );
    case 'done':
      return <ImportResult done={step.done} onAnother={restart} />;
    default:
      return assertNever(step);
  }
}
