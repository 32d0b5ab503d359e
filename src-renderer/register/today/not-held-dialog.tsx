import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NotHeldForm } from '#renderer/timetable/not-held-form.tsx';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';

interface NotHeldDialogProps {
  lesson: DayLesson;
  day: string;
  onClose: () => void;
}

export function NotHeldDialog({ lesson, day, onClose }: NotHeldDialogProps) {
  const { t } = useTranslation('timetable');
  const title = `${lesson.className} · ${lesson.subjectName}`;
  return (
    <Modal opened onClose={onClose} title={t('step.notHeld', { title })}>
      <NotHeldForm lesson={lesson} day={day} onClose={onClose} />
    </Modal>
  );
}
