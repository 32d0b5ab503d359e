import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/app/parts/choice.tsx';
import { FactList } from '#renderer/camera/fact-list.tsx';
import { ChallengeCard } from '#renderer/register/live/camera/challenge-card.tsx';
import { assertNever } from '#shared/assert-never.ts';
import { isRight, SHOWN, type TrialResult } from '#shared/self-test/liveness-trial.ts';
import type { FaceView } from '#vision/protocol.ts';
import { LevelText } from './level-text.tsx';
import {
  decisionWords,
  evidenceFacts,
  judgementWords,
  reasonWords,
  secondsWords,
} from './liveness-words.ts';
import { TestStage } from './test-stage.tsx';
import type { Trial, TrialPolicy } from './trial-state.ts';
import { TrialTable } from './trial-table.tsx';
import { type LivenessTrials, useLivenessTrials } from './use-liveness-trials.ts';

/** Whether the liveness engine lets people through and keeps pictures out, tried by hand. */
export function LivenessPanel() {
  const { t } = useTranslation('selfTest');
  const trials = useLivenessTrials();
  const { trial, camera, vision } = trials;
  const face = trial.kind === 'running' ? trial.face : null;
  return (
    <Stack>
      <Text size="sm">{t('liveness.about')}</Text>
      <TestStage
        camera={camera}
        vision={vision}
        faces={face ? [face] : []}
        challenge={face?.challenge && <Challenge face={face} challenge={face.challenge} />}
      />
      <Controls trials={trials} />
      <TrialView trial={trial} />
      <TrialTable results={trials.results} onTakeBack={trials.takeBack} />
    </Stack>
  );
}

interface ChallengeProps {
  face: FaceView;
  challenge: NonNullable<FaceView['challenge']>;
}

function Challenge({ face, challenge }: ChallengeProps) {
  return (
    <ChallengeCard key={`${face.trackId} ${challenge.step}`} challenge={challenge} name={null} />
  );
}

const POLICIES: readonly TrialPolicy[] = ['standard', 'strict'];

function Controls({ trials }: { trials: LivenessTrials }) {
  const { t } = useTranslation('selfTest');
  const [policy, setPolicy] = useState<TrialPolicy>('standard');
  const running = trials.trial.kind === 'running';
  const ready = trials.camera.kind === 'live' && trials.vision.kind === 'ready';
  return (
    <Stack gap="sm">
      <Choice
        label={t('liveness.policy')}
        options={POLICIES.map((value) => ({ value, label: t(`liveness.policies.${value}`) }))}
        value={policy}
        onChange={setPolicy}
        disabled={running}
      />
      <fieldset style={{ border: 'none', margin: 0, padding: 0 }}>
        <Text component="legend" size="sm" fw={500} mb={4}>
          {t('liveness.what')}
        </Text>
        <Group gap="xs">
          {SHOWN.map((shown) => (
            <Button
              key={shown}
              variant="default"
              disabled={!ready || running}
              onClick={() => trials.start(shown, policy)}
            >
              {t(`liveness.shown.${shown}`)}
            </Button>
          ))}
          {running && (
            <Button leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={trials.stop}>
              {t('stop')}
            </Button>
          )}
        </Group>
      </fieldset>
    </Stack>
  );
}

function TrialView({ trial }: { trial: Trial }) {
  switch (trial.kind) {
    case 'idle':
      return null;
    case 'running':
      return <Running face={trial.face} />;
    case 'over':
      return <Decision result={trial.result} />;
    default:
      return assertNever(trial);
  }
}

function Running({ face }: { face: FaceView | null }) {
  const { t } = useTranslation('selfTest');
  if (!face?.evidence) return <Text role="status">{t('liveness.waiting')}</Text>;
  const seconds = secondsWords(face.evidence.durationMs / 1000);
  return (
    <Stack gap="xs">
      <Text fw={600} data-figures>
        {t('liveness.running', { seconds })}
      </Text>
      <FactList facts={evidenceFacts(t, face.evidence)} />
    </Stack>
  );
}

function Decision({ result }: { result: TrialResult }) {
  const { t } = useTranslation('selfTest');
  const { t: join } = useTranslation('app');
  return (
    <Stack gap="xs" role="status" data-decision={result.decision}>
      <LevelText level={isRight(result) ? 'good' : 'bad'} strong>
        {join('sentences', {
          one: decisionWords(t, result),
          other: judgementWords(t, result),
        })}
      </LevelText>
      <Text size="sm">{reasonWords(t, result.reason)}</Text>
      <FactList facts={evidenceFacts(t, result.evidence)} />
    </Stack>
  );
}
