import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCheck, IconFolder } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { ExportState } from './use-export.ts';

/** How far an export is, and how it ended. */
export function ExportProgress({ state }: { state: ExportState }) {
  const { t } = useTranslation('exports');
  switch (state.kind) {
    case 'idle':
      return null;
    case 'asking':
      return <Bar percent={0} words={t('asking')} moving />;
    case 'working':
      return <Working done={state.done} total={state.total} />;
    case 'saved':
      return <Saved path={state.path} rows={state.rows} />;
    case 'stopped':
      return <Alert color="gray">{t('stopped')}</Alert>;
    case 'failed':
      return <Problem error={state.error} />;
    default:
      return assertNever(state);
  }
}

function Working({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('exports');
  const words = t('progress', { done: formatNumber(done), total: formatNumber(total) });
  return (
    <Bar percent={total === 0 ? 0 : (100 * done) / total} words={`${t('working')}: ${words}`} />
  );
}

function Bar({ percent, words, moving }: { percent: number; words: string; moving?: boolean }) {
  const { t } = useTranslation('exports');
  return (
    <Stack gap={6}>
      <Progress value={moving ? 100 : percent} animated={moving} aria-label={t('progressLabel')} />
      <Text size="sm" c="dimmed" aria-live="polite">
        {words}
      </Text>
    </Stack>
  );
}

function Saved({ path, rows }: { path: string; rows: number }) {
  const { t } = useTranslation('exports');
  const reveal = useMutation(api.exports.reveal.mutationOptions());
  return (
    <Alert color="green" icon={<IconCheck aria-hidden />} title={t('saved')} role="status">
      <Stack gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {path} · {t('rows', { count: rows })}
        </Text>
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFolder size={16} aria-hidden />}
            onClick={() => reveal.mutate({ path })}
          >
            {t('reveal')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
