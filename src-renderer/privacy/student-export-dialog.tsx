import { Alert, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '#renderer/exports/export-buttons.tsx';
import { ExportProgress } from '#renderer/exports/export-progress.tsx';
import { useExport } from '#renderer/exports/use-export.ts';
import type { Student } from '#shared/contract/people.contract.ts';

interface StudentExportDialogProps {
  opened: boolean;
  student: Student;
  onClose: () => void;
}

/** Saves everything about one student. Closing it stops what is under way. */
export function StudentExportDialog({ opened, student, onClose }: StudentExportDialogProps) {
  const { t } = useTranslation('privacy');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('exportTitle', { name: student.fullName })}
      size="lg"
    >
      <StudentExportForm studentId={student.id} onClose={onClose} />
    </Modal>
  );
}

function StudentExportForm({ studentId, onClose }: { studentId: string; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const { state, run, cancel, busy } = useExport();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run({ what: 'everything', studentId, format: 'xlsx' });
      }}
    >
      <Stack>
        <Text size="sm">{t('exportAbout')}</Text>
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('exportCare')}
        </Alert>
        <ExportProgress state={state} />
        <ExportButtons state={state} busy={busy} onStop={cancel} onClose={onClose} />
      </Stack>
    </form>
  );
}
