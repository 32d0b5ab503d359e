import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ColumnTable } from '../column-table.tsx';
import type { ListChoice } from '../list-choice.ts';
import { SheetChoice } from '../sheet-choice.tsx';
import { StepHead } from '../step-head.tsx';
import { missingMarkField } from './marks-draft.ts';

interface MarksColumnsProps {
  choice: ListChoice;
  busy: boolean;
  onChange: (choice: ListChoice) => void;
  onBack: () => void;
  onNext: () => void;
}

/** The second step: what each column means. */
export function MarksColumns({ choice, busy, onChange, onBack, onNext }: MarksColumnsProps) {
  const { t } = useTranslation('imports');
  const missing = missingMarkField(choice);
  return (
    <Stack>
      <StepHead
        title={t('columns.title')}
        about={t('columns.about', { name: choice.file.fileName, count: choice.sheet.rows })}
        back={{ words: t('otherFile'), onClick: onBack }}
        next={{
          words: t('marks.toMeanings'),
          disabled: missing !== null,
          busy,
          onClick: onNext,
        }}
      />
      {missing !== null && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} role="status">
          {t(`marks.missing.${missing}`)}
        </Alert>
      )}
      <Paper p="md">
        <Stack>
          <SheetChoice choice={choice} onChange={onChange} />
          {choice.sheet.headingRow === null && <Text size="sm">{t('columns.noHeadings')}</Text>}
          <ColumnTable kind="marks" choice={choice} onChange={onChange} />
        </Stack>
      </Paper>
    </Stack>
  );
}
