import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { DayRange } from '#shared/contract/base.ts';
import type { ImportDone } from '#shared/contract/imports.contract.ts';
import { ImportProgress } from './import-progress.tsx';
import { UndoResult } from './undo-result.tsx';
import { useUndoImport } from './use-undo-import.ts';

interface ImportResultProps {
  done: ImportDone;
  /** The days of marks that were imported. */
  days?: DayRange | undefined;
  onAnother: () => void;
}

/** The last step: what was done, and the way to take it back. */
export function ImportResult({ done, days, onAnother }: ImportResultProps) {
  const { t } = useTranslation('imports');
  const { undo, progress } = useUndoImport();
  const { kind, created, changed } = done;
  return (
    <Stack>
      {undo.isError && <Problem error={undo.error} />}
      {progress && <ImportProgress progress={progress} />}
      {undo.data ? (
        <UndoResult result={undo.data} />
      ) : (
        <Alert
          color="green"
          icon={<IconCheck aria-hidden />}
          title={t(`result.title.${kind}`, { count: created + changed })}
          role="status"
        >
          <Text size="sm">{t('result.counts', { created, changed })}</Text>
        </Alert>
      )}
      <Group>
        {kind === 'students' ? (
          <LinkButton to="/students">{t('result.toStudents')}</LinkButton>
        ) : (
          <LinkButton to="/registers" search={days ?? {}}>
            {t('result.toRegisters')}
          </LinkButton>
        )}
        <Button variant="default" onClick={onAnother}>
          {t('result.another')}
        </Button>
        {!undo.data && (
          <Button variant="light" loading={undo.isPending} onClick={() => undo.mutate(done.id)}>
            {t('result.undo')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
