import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { EngineFacts } from '#renderer/camera/engine-facts.tsx';
import { startVision, useVisionStore } from '#renderer/camera/vision-store.ts';
import { assertNever } from '#shared/assert-never.ts';
import { AccuracyResult } from './accuracy-result.tsx';
import { ClassChoice } from './class-choice.tsx';
import { FolderButton } from './folder-button.tsx';
import { FolderPlanList } from './folder-plan-list.tsx';
import { planFolder } from './picture-folder.ts';
import { type ClassUnderTest, useClass } from './use-class.ts';
import { type PictureTest, usePictureTest } from './use-picture-test.ts';

/** How well a class's students are recognised on pictures that the school has. */
export function PicturesPanel({ classId, onClass }: ClassUnderTest) {
  const { t } = useTranslation('selfTest');
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const { students } = useClass(classId);
  const { test, run, cancel, clear } = usePictureTest();
  const plan = useMemo(() => files && planFolder(files, students), [files, students]);
  const vision = useVisionStore((state) => state.vision);
  const busy = test.kind === 'running';

  async function start() {
    await startVision();
    const { vision: started } = useVisionStore.getState();
    if (classId && plan && started.kind === 'ready') await run(started.client, classId, plan);
  }
  return (
    <Stack>
      <Text size="sm">{t('pictures.about')}</Text>
      <ClassChoice
        classId={classId}
        disabled={busy}
        onClass={(chosen) => {
          clear();
          onClass(chosen);
        }}
      />
      <FolderButton
        chosen={files !== null}
        disabled={classId === null || busy}
        onFiles={(picked) => {
          clear();
          setFiles(picked);
        }}
      />
      {plan && <FolderPlanList plan={plan} />}
      {plan && plan.pictures.length > 0 && test.kind === 'ready' && (
        <Group>
          <Button loading={vision.kind === 'starting'} onClick={() => void start()}>
            {t('pictures.run')}
          </Button>
        </Group>
      )}
      {vision.kind === 'failed' && <EngineFacts vision={vision} />}
      <Outcome test={test} classId={classId} onCancel={cancel} onRetry={() => void start()} />
    </Stack>
  );
}

interface OutcomeProps {
  test: PictureTest;
  classId: string | null;
  onCancel: () => void;
  onRetry: () => void;
}

function Outcome({ test, classId, onCancel, onRetry }: OutcomeProps) {
  switch (test.kind) {
    case 'ready':
      return null;
    case 'running':
      return <Running done={test.done} total={test.total} onCancel={onCancel} />;
    case 'done':
      return <AccuracyResult result={test.result} at={test.at} classId={classId} />;
    case 'failed':
      return <Problem error={test.error} onRetry={onRetry} />;
    default:
      return assertNever(test);
  }
}

interface RunningProps {
  done: number;
  total: number;
  onCancel: () => void;
}

function Running({ done, total, onCancel }: RunningProps) {
  const { t } = useTranslation(['selfTest', 'app']);
  const words = t('pictures.progress', { done: done + 1, total });
  return (
    <Group wrap="nowrap" role="status">
      <Text size="sm" data-figures>
        {words}
      </Text>
      <Progress value={(100 * done) / total} flex={1} aria-label={words} />
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('app:cancel')}
      </Button>
    </Group>
  );
}
