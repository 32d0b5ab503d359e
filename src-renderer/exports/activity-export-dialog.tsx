import { Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityKind } from '#shared/contract/activity.contract.ts';
import type { DayRange } from '#shared/contract/base.ts';
import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import { ExportButtons } from './export-buttons.tsx';
import { ExportProgress } from './export-progress.tsx';
import { FormatChoice } from './format-choice.tsx';
import { useExport } from './use-export.ts';

interface ActivityExportDialogProps {
  opened: boolean;
  /** As on screen; undefined: all that one may read. */
  kinds: readonly ActivityKind[] | undefined;
  range: DayRange | undefined;
  onClose: () => void;
}

/** Saves the activity that is on screen as a spreadsheet. Closing it stops what is under way. */
export function ActivityExportDialog(props: ActivityExportDialogProps) {
  const { t } = useTranslation('exports');
  return (
    <Modal opened={props.opened} onClose={props.onClose} size="lg" title={t('activityTitle')}>
      <ActivityExportForm {...props} />
    </Modal>
  );
}

function ActivityExportForm({ kinds, range, onClose }: ActivityExportDialogProps) {
  const { t } = useTranslation('exports');
  const { state, run, cancel, busy } = useExport();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run({ what: 'activity', kinds: kinds && [...kinds], range, format });
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('activityAbout')}
        </Text>
        <FormatChoice value={format} disabled={busy} onChange={setFormat} />
        <ExportProgress state={state} />
        <ExportButtons state={state} busy={busy} onStop={cancel} onClose={onClose} />
      </Stack>
    </form>
  );
}
