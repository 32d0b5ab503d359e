import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import { CameraChooser } from '#renderer/camera/camera-chooser.tsx';
import { type CameraMeasurements, findingsOf, overallLevel } from './camera-report.ts';
import { adviceWords, valueWords } from './camera-words.ts';
import { CopyResults } from './copy-results.tsx';
import { LevelText } from './level-text.tsx';
import { TestStage } from './test-stage.tsx';
import { useCameraReport } from './use-camera-report.ts';
import type { Watching } from './use-watching.ts';

/** Whether this camera in this place suits recognition, measured as it plays. */
export function CameraPanel() {
  const { t } = useTranslation('selfTest');
  const { measured, faces, onVideo, ...watching } = useCameraReport();
  return (
    <Stack>
      <Text size="sm">{t('camera.about')}</Text>
      <CameraChooser />
      <TestStage {...watching} faces={faces} onVideo={onVideo} />
      {measured ? <Report measured={measured} {...watching} /> : <Waiting {...watching} />}
    </Stack>
  );
}

function Waiting({ camera, vision }: Watching) {
  const { t } = useTranslation('selfTest');
  if (camera.kind !== 'live' || vision.kind !== 'ready') return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('camera.waiting')}
    </Text>
  );
}

function Report({ measured, ...watching }: { measured: CameraMeasurements } & Watching) {
  const { t } = useTranslation(['selfTest', 'camera']);
  const findings = findingsOf(measured);
  const level = overallLevel(findings);
  return (
    <Stack gap="sm">
      <LevelText level={level} strong>
        {t(`camera.overall.${level}`)}
      </LevelText>
      <Findings measured={measured} />
      <RunsOn {...watching} />
      <Group>
        <CopyResults text={useReportText(measured, watching)} />
      </Group>
    </Stack>
  );
}

function Findings({ measured }: { measured: CameraMeasurements }) {
  const { t } = useTranslation(['selfTest', 'camera']);
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
      {findingsOf(measured).map((finding) => (
        <li key={finding.measure} data-measure={finding.measure} data-level={finding.level}>
          <Text size="sm" fw={550} data-figures>
            {t(`camera.measure.${finding.measure}`)}: {valueWords(t, finding, measured)}
          </Text>
          <LevelText level={finding.level}>{adviceWords(t, finding)}</LevelText>
        </li>
      ))}
    </Stack>
  );
}

function RunsOn({ vision }: Watching) {
  const { t } = useTranslation(['selfTest', 'camera']);
  if (vision.kind !== 'ready') return null;
  return (
    <Text size="sm" c="dimmed">
      {t('camera.runsOn', { backend: t(`camera:backend.${vision.info.backend}`) })}
    </Text>
  );
}

function useReportText(measured: CameraMeasurements, { camera, vision }: Watching): string {
  const { t } = useTranslation(['selfTest', 'camera']);
  const findings = findingsOf(measured);
  const lines = findings.map(
    (finding) =>
      `${t(`camera.measure.${finding.measure}`)}: ${valueWords(t, finding, measured)}. ${adviceWords(t, finding)}`,
  );
  return [
    t('camera.heading', { when: formatDayTime(Date.now()) }),
    ...(camera.kind === 'live' ? [t('camera.device', { name: camera.device.label })] : []),
    ...(vision.kind === 'ready'
      ? [t('camera.runsOn', { backend: t(`camera:backend.${vision.info.backend}`) })]
      : []),
    t(`camera.overall.${overallLevel(findings)}`),
    ...lines,
  ].join('\n');
}
