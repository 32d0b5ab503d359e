import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '#renderer/app/format.ts';
import type { ApprovalItem } from './approval.ts';
import classes from './approval-step.module.css';
import { BitmapView } from './bitmap-view.tsx';
import { removePhoto, retake } from './capture-store.ts';

/** One view with its picture, and the way to have another instead. */
export function ApprovalView({ item }: { item: ApprovalItem }) {
  const { t } = useTranslation('enrolment');
  const pose = t(`pose.${item.pose}`);
  return (
    <li className={classes.view} data-odd={item.odd || undefined} data-pose={item.pose}>
      <div className={classes.picture}>
        {item.picture ? (
          <BitmapView picture={item.picture} label={pose} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('approval.missing')}
          </Text>
        )}
      </div>
      <Text size="sm" fw={550}>
        {item.picture ? t('approval.view', { pose, quality: formatPercent(item.quality) }) : pose}
      </Text>
      {item.odd && (
        <Text size="xs" c="var(--status-late-text)">
          {t('approval.odd')}
        </Text>
      )}
      <Again item={item} pose={pose} />
    </li>
  );
}

function Again({ item, pose }: { item: ApprovalItem; pose: string }) {
  const { t } = useTranslation('enrolment');
  const { from } = item;
  if (from.kind === 'photo') {
    return (
      <Button
        size="xs"
        variant="default"
        aria-label={t('approval.removeOf', { name: from.fileName })}
        onClick={() => removePhoto(from.photoId)}
      >
        {t('approval.remove')}
      </Button>
    );
  }
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={item.picture ? t('approval.retakeOf', { pose }) : t('approval.takeOf', { pose })}
      onClick={() => retake(from.slotId)}
    >
      {item.picture ? t('approval.retake') : t('approval.take')}
    </Button>
  );
}
