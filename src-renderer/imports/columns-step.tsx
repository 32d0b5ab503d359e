import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '#shared/imports/import-field.ts';
import { ColumnTable } from './column-table.tsx';
import type { ListChoice } from './list-choice.ts';
import { SheetChoice } from './sheet-choice.tsx';
import { StepHead } from './step-head.tsx';

interface ColumnsStepProps {
  kind: ImportKind;
  choice: ListChoice;
  /** What the list lacks, in a sentence; null: nothing. */
  missing: string | null;
  /** What the button to the next step says. */
  next: string;
  busy: boolean;
  onChange: (choice: ListChoice) => void;
  onBack: () => void;
  onNext: () => void;
  /** What holds for all rows, below the columns. */
  children?: ReactNode;
}

/** The second step of an import: what each column means. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { kind, choice, missing, next, busy, onChange, onBack, onNext, children } = props;
  const { t } = useTranslation('imports');
  return (
    <Stack>
      <StepHead
        title={t('columns.title')}
        about={t('columns.about', { name: choice.file.fileName, count: choice.sheet.rows })}
        back={{ words: t('otherFile'), onClick: onBack }}
        next={{ words: next, disabled: missing !== null, busy, onClick: onNext }}
      />
      {missing !== null && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} role="status">
          {missing}
        </Alert>
      )}
      <Paper p="md">
        <Stack>
          <SheetChoice choice={choice} onChange={onChange} />
          {choice.sheet.headingRow === null && <Text size="sm">{t('columns.noHeadings')}</Text>}
          <ColumnTable kind={kind} choice={choice} onChange={onChange} />
          {children}
        </Stack>
      </Paper>
    </Stack>
  );
}
