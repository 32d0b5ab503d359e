import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import { ExportButtons } from './export-buttons.tsx';
import { ExportProgress } from './export-progress.tsx';
import { FormatChoice } from './format-choice.tsx';
import { useExport } from './use-export.ts';

interface SessionExportDialogProps {
  opened: boolean;
  sessionId: string;
  onClose: () => void;
}

/** Saves one register as a spreadsheet. Closing it stops what is under way. */
export function SessionExportDialog({ opened, sessionId, onClose }: SessionExportDialogProps) {
  const { t } = useTranslation('exports');
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t('sessionTitle')}>
      <SessionExportForm sessionId={sessionId} onClose={onClose} />
    </Modal>
  );
}

function SessionExportForm({ sessionId, onClose }: Omit<SessionExportDialogProps, 'opened'>) {
  const { state, run, cancel, busy } = useExport();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run({ what: 'session', sessionId, format });
      }}
    >
      <Stack>
        <FormatChoice value={format} disabled={busy} onChange={setFormat} />
        <ExportProgress state={state} />
        <ExportButtons state={state} busy={busy} onStop={cancel} onClose={onClose} />
      </Stack>
    </form>
  );
}
