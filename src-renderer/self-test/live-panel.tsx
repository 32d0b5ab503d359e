import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatScore } from '#renderer/app/format.ts';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { FactList } from '#renderer/camera/fact-list.tsx';
import type { Student } from '#shared/contract/people.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { FaceView } from '#vision/protocol.ts';
import type { NameOf } from './accuracy-words.ts';
import { ClassChoice } from './class-choice.tsx';
import { answerOf } from './live-accuracy.ts';
import { LiveRecords } from './live-records.tsx';
import { nearestFace } from './nearest-face.ts';
import { TestStage } from './test-stage.tsx';
import { type ClassUnderTest, nameFinder, useClass } from './use-class.ts';
import { type LiveAccuracy, useLiveAccuracy } from './use-live-accuracy.ts';

/** Who the student in front of the camera is taken for, beside who it is. */
export function LivePanel({ classId, onClass }: ClassUnderTest) {
  const { t } = useTranslation('selfTest');
  const { className, students, noneEnrolled } = useClass(classId);
  const ready = classId !== null && students.length > 0 && !noneEnrolled;
  return (
    <Stack>
      <Text size="sm">{t('live.about')}</Text>
      <ClassChoice classId={classId} onClass={onClass} />
      {ready && (
        <LiveTest key={classId} classId={classId} className={className} students={students} />
      )}
    </Stack>
  );
}

interface LiveTestProps {
  classId: string;
  className: string;
  students: readonly Student[];
}

function LiveTest({ classId, className, students }: LiveTestProps) {
  const live = useLiveAccuracy(classId);
  const nameOf = nameFinder(students);
  const { camera, vision, faces, error, reload } = live;
  if (error) return <Problem error={error} onRetry={reload} />;
  return (
    <Stack>
      <TestStage camera={camera} vision={vision} faces={faces} />
      <Answer face={nearestFace(faces)} nameOf={nameOf} />
      <Recorder live={live} students={students} />
      <LiveRecords live={live} className={className} nameOf={nameOf} />
    </Stack>
  );
}

function Answer({ face, nameOf }: { face: FaceView | null; nameOf: NameOf }) {
  const { t } = useTranslation('selfTest');
  const [first, second] = face?.nearest ?? [];
  const words = (one: typeof first) =>
    one
      ? t('live.scoreOf', { name: nameOf(one.studentId), score: formatScore(one.score) })
      : t('live.none');
  const lead = first ? formatScore(first.score - Math.max(second?.score ?? 0, 0)) : t('live.none');
  return (
    <Stack gap="xs">
      <Text fw={600} role="status">
        <AnswerWords face={face} nameOf={nameOf} />
      </Text>
      <FactList
        facts={[
          [t('live.best'), words(first)],
          [t('live.second'), words(second)],
          [t('live.margin'), lead],
        ]}
      />
      <Text size="sm" c="dimmed">
        {t('live.limits', {
          accept: formatScore(DESCRIPTOR_MODEL.accept),
          margin: formatScore(DESCRIPTOR_MODEL.margin),
        })}
      </Text>
    </Stack>
  );
}

function AnswerWords({ face, nameOf }: { face: FaceView | null; nameOf: NameOf }) {
  const { t } = useTranslation('selfTest');
  const answer = answerOf(face);
  switch (answer.kind) {
    case 'nobodySeen':
      return t('live.nobody');
    case 'looking':
      return t('live.looking');
    case 'recognised':
      return t('live.recognised', { name: nameOf(answer.studentId) });
    case 'unsure':
      return t('live.unsure', { names: answer.candidates.map(nameOf).join(', ') });
    default:
      return t('live.unknown');
  }
}

const STRANGER = 'stranger';

function Recorder({ live, students }: { live: LiveAccuracy; students: readonly Student[] }) {
  const { t } = useTranslation('selfTest');
  const { truth, setTruth } = live;
  const value = truth?.kind === 'student' ? truth.studentId : (truth?.kind ?? null);
  return (
    <Group align="flex-end">
      <Select
        label={t('live.truth')}
        placeholder={t('live.truthPlaceholder')}
        w={320}
        maw="100%"
        searchable
        allowDeselect={false}
        data={[
          { value: STRANGER, label: t('live.stranger') },
          ...students
            .filter(({ enrolment }) => enrolment === 'enrolled')
            .map(({ id, fullName, studentNumber }) => ({
              value: id,
              label: `${fullName} (${studentNumber})`,
            })),
        ]}
        value={value}
        onChange={(chosen) => {
          if (chosen === STRANGER) setTruth({ kind: 'stranger' });
          else if (chosen) setTruth({ kind: 'student', studentId: chosen });
        }}
      />
      <Button disabled={!live.ready} onClick={live.record}>
        {t('live.record')}
      </Button>
    </Group>
  );
}
