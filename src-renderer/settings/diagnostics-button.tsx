import { Button } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { readWindowFacts } from './window-facts.ts';

async function saveDiagnostics() {
  const device = await queryClient.ensureQueryData(api.settings.device.queryOptions());
  return rollcall.app.saveDiagnostics(await readWindowFacts(device.cameraId));
}

/** Saves the file that helps whoever looks into a fault. */
export function DiagnosticsButton() {
  const { t } = useTranslation('settings');
  const save = useMutation({
    mutationFn: saveDiagnostics,
    onSuccess: (result) => {
      if (result.kind === 'saved') showDone(t('about.diagnosticsSaved', { path: result.path }));
    },
  });
  return (
    <Button
      variant="default"
      leftSection={<IconStethoscope size={18} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('about.diagnostics')}
    </Button>
  );
}
