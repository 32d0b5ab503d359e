import { Button, Group, Stack, Text, Title } from '@mantine/core';
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CameraChooser } from '#renderer/camera/camera-chooser.tsx';
import { extraFrontViews, mayBeSkipped, type Slot } from './capture-plan.ts';
import { goTo, skipCurrent, useCaptureStore } from './capture-store.ts';
import classes from './slot-panel.module.css';

/** Every view of the plan and how it stands, and the way past a pose that does not come. */
export function SlotPanel({ slot }: { slot: Slot | null }) {
  const { t } = useTranslation('enrolment');
  const plan = useCaptureStore((state) => state.plan);
  const extra = extraFrontViews(plan);
  return (
    <Stack justify="space-between">
      <section aria-label={t('views')}>
        <Title order={2} mb="xs">
          {t('views')}
        </Title>
        <ul className={classes.slots}>
          {plan.map((each) => (
            <SlotRow key={each.id} slot={each} now={each.id === slot?.id} />
          ))}
        </ul>
      </section>
      <Stack gap="xs">
        {extra > 0 && (
          <Text size="sm" fw={550} aria-live="polite">
            {t('moreFront', { count: extra })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {slot && !mayBeSkipped(slot) ? t('frontNeeded') : t('skipAbout')} {t('shutter')}
        </Text>
        <Button
          variant="default"
          leftSection={<IconPlayerSkipForward size={18} aria-hidden />}
          disabled={!slot || !mayBeSkipped(slot)}
          onClick={skipCurrent}
        >
          {t('skip')}
        </Button>
        <Button variant="subtle" onClick={() => goTo('source')}>
          {t('backToSource')}
        </Button>
        <CameraChooser />
      </Stack>
    </Stack>
  );
}

function SlotRow({ slot, now }: { slot: Slot; now: boolean }) {
  const { t } = useTranslation('enrolment');
  const taken = slot.state === 'taken';
  const Icon = taken ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <li className={classes.slot} aria-current={now ? 'step' : undefined} data-state={slot.state}>
      <Group gap="sm" wrap="nowrap">
        <Icon size={20} aria-hidden className={classes.icon} />
        <Text fw={now ? 650 : 450} flex={1}>
          {t(`pose.${slot.pose}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {now ? t('slot.now') : t(`slot.${slot.state}`)}
        </Text>
      </Group>
    </li>
  );
}
