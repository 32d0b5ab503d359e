import { useTranslation } from 'react-i18next';
import { ColumnsStep } from '../columns-step.tsx';
import type { ListChoice } from '../list-choice.ts';
import { missingMarkField } from './marks-draft.ts';

interface MarksColumnsProps {
  choice: ListChoice;
  busy: boolean;
  onChange: (choice: ListChoice) => void;
  onBack: () => void;
  onNext: () => void;
}

export function MarksColumns(props: MarksColumnsProps) {
  const { t } = useTranslation('imports');
  const missing = missingMarkField(props.choice);
  return (
    <ColumnsStep
      kind="marks"
      missing={missing && t(`marks.missing.${missing}`)}
      next={t('marks.toMeanings')}
      {...props}
    />
  );
}
