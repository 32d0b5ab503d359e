import { Button, Group, Progress, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import type { ImportWorking } from '#shared/contract/imports.contract.ts';

/** How far an import is, with the way to cancel it; what is being taken back goes on to its end. */
export function ImportProgress({ progress }: { progress: ImportWorking }) {
  const { t } = useTranslation(['imports', 'app']);
  const cancel = useMutation(api.imports.cancel.mutationOptions());
  const { doing, done, total } = progress;
  const counts = { done: formatNumber(done), total: formatNumber(total) };
  const words = t(`progress.${doing}`, counts);
  return (
    <Group wrap="nowrap">
      <Text size="sm" role="status">
        {words}
      </Text>
      <Progress
        value={doing === 'comparing' ? 100 : (100 * done) / Math.max(1, total)}
        animated={doing === 'comparing'}
        flex={1}
        aria-label={words}
      />
      {doing !== 'takingBack' && (
        <Button
          size="xs"
          variant="default"
          loading={cancel.isPending || cancel.isSuccess}
          onClick={() => cancel.mutate({})}
        >
          {t('app:cancel')}
        </Button>
      )}
    </Group>
  );
}
