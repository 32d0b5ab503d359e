import { Alert, List, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import type { UndoneImport } from '#shared/contract/imports.contract.ts';

const SHOWN = 50;

/** What taking an import back came to: how many, and who stays and why. */
export function UndoResult({ result }: { result: UndoneImport }) {
  const { t } = useTranslation('imports');
  const { undone, kept } = result;
  const isOfMarks = kept.some(({ register }) => register !== null);
  return (
    <Alert
      color={kept.length === 0 ? 'green' : 'gray'}
      icon={<IconArrowBackUp aria-hidden />}
      title={t('undo.done', { count: undone })}
      role="status"
    >
      {kept.length > 0 && (
        <Stack gap="xs">
          <Text size="sm">
            {t(isOfMarks ? 'undo.keptMarks' : 'undo.kept', { count: kept.length })}
          </Text>
          <List size="sm">
            {kept.slice(0, SHOWN).map(({ studentId, fullName, studentNumber, why, register }) => (
              <List.Item key={`${register?.id} ${studentId}`}>
                {t('undo.keptOne', { name: fullName, number: studentNumber })}{' '}
                {register && `${register.className}, ${formatDayTime(register.startedAt)}: `}
                {t(`undo.why.${why}`)}
              </List.Item>
            ))}
          </List>
          {kept.length > SHOWN && (
            <Text size="sm">{t('undo.more', { count: kept.length - SHOWN })}</Text>
          )}
        </Stack>
      )}
    </Alert>
  );
}
