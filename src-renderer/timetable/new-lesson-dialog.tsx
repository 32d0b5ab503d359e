import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LessonForm } from './lesson-form.tsx';
import type { Whose } from './use-week.ts';

/** Where a new lesson begins: whose week, which day, and the time that was clicked. */
export interface LessonStart {
  whose: Whose;
  day: string;
  startsAt: number | null;
}

export function NewLessonDialog({ start, onClose }: { start: LessonStart; onClose: () => void }) {
  const { t } = useTranslation('timetable');
  return (
    <Modal opened onClose={onClose} title={t('form.addTitle')}>
      <LessonForm lesson={null} day={start.day} start={start} onClose={onClose} />
    </Modal>
  );
}
