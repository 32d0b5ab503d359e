import { assertNever } from '#shared/assert-never.ts';
import { ChooseList } from '../choose-list.tsx';
import { ImportResult } from '../import-result.tsx';
import { MarksColumns } from './marks-columns.tsx';
import { MarksMeanings } from './marks-meanings.tsx';
import { MarksPreview } from './marks-preview.tsx';
import { useMarksImport } from './use-marks-import.ts';

/** Marks from a spreadsheet: file, columns, what they mean, preview, result. */
export function MarksImport() {
  const marks = useMarksImport();
  const { step, look, plan, apply, opened, editColumns, editMeanings, restart } = marks;
  switch (step.kind) {
    case 'choose':
      return <ChooseList kind="marks" onOpened={opened} />;
    case 'columns':
      return (
        <MarksColumns
          choice={step.choice}
          busy={look.isPending}
          onChange={editColumns}
          onBack={restart}
          onNext={() => look.mutate(step.choice)}
        />
      );
    case 'meanings':
      return (
        <MarksMeanings
          draft={step.draft}
          busy={plan.isPending}
          onChange={editMeanings}
          onBack={() => editColumns(step.draft.choice)}
          onNext={() => plan.mutate(step.draft)}
        />
      );
    case 'preview':
      return (
        <MarksPreview
          plan={step.plan}
          busy={apply.isPending}
          progress={marks.progress}
          cancelled={apply.data === null}
          error={apply.error}
          onBack={() => editMeanings(step.draft)}
          onApply={() => apply.mutate(step)}
        />
      );
    case 'done':
      return <ImportResult done={step.done} days={step.days} onAnother={restart} />;
    default:
      return assertNever(step);
  }
}
