import { Button, Group } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { withoutIsolates } from '#renderer/app/isolate.ts';
import { api } from '#renderer/app/query-client.ts';
import { showDone, showError } from '#renderer/app/toast.tsx';
import { usePaperColours } from './use-paper-colours.ts';

interface PrintActionsProps {
  /** What the file is called. */
  title: string;
  landscape?: boolean;
}

/** Prints the page, or saves it as a PDF as it would print. */
export function PrintActions({ title, landscape = false }: PrintActionsProps) {
  const { t } = useTranslation('reports');
  usePaperColours();
  const save = useMutation(
    api.reports.savePdf.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === 'saved') showDone(t('pdfSaved', { path: result.path }));
      },
      onError: showError,
    }),
  );
  return (
    <Group gap="xs" data-screen-only>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('print')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate({ title: withoutIsolates(title), landscape })}
      >
        {t('savePdf')}
      </Button>
    </Group>
  );
}
