import { Button, FileButton, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EngineFacts } from '#renderer/camera/engine-facts.tsx';
import { goTo, useCaptureStore } from './capture-store.ts';
import classes from './files-step.module.css';
import { facesOf, photoProgress } from './photo.ts';
import { PhotoRow } from './photo-row.tsx';
import { usePhotos } from './use-photos.ts';

/** Enrolment from picture files: each gets its own verdict. */
export function FilesStep() {
  const { t } = useTranslation('enrolment');
  const { vision, add, cancel } = usePhotos();
  const photos = useCaptureStore((state) => state.photos);
  return (
    <Stack maw={960} mx="auto" w="100%">
      <Group justify="space-between">
        <Title order={2}>{t('files.title')}</Title>
        <Review />
      </Group>
      {vision.kind !== 'ready' && <EngineFacts vision={vision} />}
      <DropArea onFiles={add} />
      <PhotoProgress onCancel={cancel} />
      <ul className={classes.photos} aria-label={t('files.list')}>
        {photos.map((photo) => (
          <PhotoRow key={photo.id} photo={photo} />
        ))}
      </ul>
    </Stack>
  );
}

function DropArea({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('enrolment');
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label={t('files.title')}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Group justify="center">
        <Text>{t('files.drop')}</Text>
        <FileButton multiple accept="image/*" onChange={onFiles}>
          {({ onClick }) => (
            <Button leftSection={<IconPhotoPlus size={18} aria-hidden />} onClick={onClick}>
              {t('files.pick')}
            </Button>
          )}
        </FileButton>
      </Group>
    </section>
  );
}

function PhotoProgress({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation('enrolment');
  const photos = useCaptureStore((state) => state.photos);
  const { done, total } = photoProgress(photos);
  if (done === total) return null;
  const words = t('files.progress', { done: done + 1, total });
  return (
    <Group wrap="nowrap" role="status">
      <Text size="sm">{words}</Text>
      <Progress value={(100 * done) / total} flex={1} aria-label={words} />
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('files.cancel')}
      </Button>
    </Group>
  );
}

function Review() {
  const { t } = useTranslation('enrolment');
  const photos = useCaptureStore((state) => state.photos);
  const { done, total } = photoProgress(photos);
  const faces = facesOf(photos);
  const hasFront = faces.some((photo) => photo.verdict.pose === 'front');
  const looked = total > 0 && done === total;
  return (
    <Group>
      {looked && !hasFront && (
        <Text size="sm" c="dimmed" role="status">
          {t(faces.length === 0 ? 'files.needFace' : 'files.noFront')}
        </Text>
      )}
      <Button variant="subtle" onClick={() => goTo('source')}>
        {t('backToSource')}
      </Button>
      <Button disabled={!looked || faces.length === 0} onClick={() => goTo('approval')}>
        {t('files.review')}
      </Button>
    </Group>
  );
}
