import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import { LessonFacts } from './lesson-facts.tsx';
import { LessonForm } from './lesson-form.tsx';
import { NotHeldForm } from './not-held-form.tsx';
import { RemoveLessonForm } from './remove-lesson-form.tsx';

interface LessonDialogProps {
  lesson: DayLesson;
  day: string;
  onClose: () => void;
}

export type LessonStep = 'facts' | 'change' | 'remove' | 'notHeld';

/** One lesson on one day: what it is, what became of it, and what can be done about it. */
export function LessonDialog({ lesson, day, onClose }: LessonDialogProps) {
  const { t } = useTranslation('timetable');
  const [step, setStep] = useState<LessonStep>('facts');
  const title = `${lesson.className} · ${lesson.subjectName}`;
  return (
    <Modal opened onClose={onClose} title={step === 'facts' ? title : t(`step.${step}`, { title })}>
      {step === 'facts' && (
        <LessonFacts lesson={lesson} day={day} onStep={setStep} onClose={onClose} />
      )}
      {step === 'change' && <LessonForm lesson={lesson} day={day} onClose={onClose} />}
      {step === 'remove' && <RemoveLessonForm lesson={lesson} day={day} onClose={onClose} />}
      {step === 'notHeld' && <NotHeldForm lesson={lesson} day={day} onClose={onClose} />}
    </Modal>
  );
}
