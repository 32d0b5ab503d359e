import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never.ts';
import type { Backend, EngineInfo } from '#vision/protocol.ts';
import { FactList } from './fact-list.tsx';
import { fallbackKind } from './fallback-reason.ts';
import { FaultDetail, SupportDetails } from './fault-detail.tsx';
import { startVision, useVisionStore, type VisionState } from './vision-store.ts';

/** What recognition runs on and what a frame costs, or why it does not run. */
export function EngineFacts({ vision }: { vision: VisionState }) {
  const { t } = useTranslation('camera');
  switch (vision.kind) {
    case 'off':
      return null;
    case 'starting':
      return (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{t('engineStarting')}</Text>
        </Group>
      );
    case 'failed':
      return <EngineFailure message={vision.message} />;
    case 'ready':
      return <EngineInfoList info={vision.info} />;
    default:
      return assertNever(vision);
  }
}

interface EngineFailureProps {
  message: string;
  /** What goes on without recognition, if anything does. */
  meanwhile?: string;
}

/** Recognition could not start, or keeps stopping: what to do, and the button to try again. */
export function EngineFailure({ message, meanwhile }: EngineFailureProps) {
  const { t } = useTranslation(['camera', 'app']);
  const ran = useVisionStore(({ vision }) => vision.kind === 'failed' && vision.ran);
  return (
    <Alert
      color="red"
      title={t(ran ? 'engineFailed.stops' : 'engineFailed.title')}
      icon={<IconAlertTriangle aria-hidden />}
      role="alert"
    >
      <Text size="sm">
        {t('engineFailed.advice')} {meanwhile}
      </Text>
      <FaultDetail detail={message} />
      <Button size="xs" variant="default" onClick={() => void startVision()}>
        {t('app:tryAgain')}
      </Button>
    </Alert>
  );
}

const BACKENDS: readonly Backend[] = ['webgl', 'wasm'];

function EngineInfoList({ info }: { info: EngineInfo }) {
  const { t } = useTranslation('camera');
  const measured = BACKENDS.flatMap((backend) => {
    const ms = info.measuredMs[backend];
    if (ms === undefined) return [];
    return [[t(`support.${backend}`), t('milliseconds', { ms: Math.round(ms) })] as const];
  });
  return (
    <>
      <FactList
        facts={[
          [t('runsOn'), t(`backend.${info.backend}`)],
          ...(info.fallbackReason
            ? [[t('whyNotGraphics'), t(`fallback.${fallbackKind(info.fallbackReason)}`)] as const]
            : []),
        ]}
      />
      <SupportDetails>
        <FactList facts={[...measured, [t('model'), info.modelId]]} />
      </SupportDetails>
    </>
  );
}
