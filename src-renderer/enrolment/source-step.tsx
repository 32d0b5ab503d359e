import { SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconCamera, IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { beginCamera, beginFiles } from './capture-store.ts';
import classes from './source-step.module.css';

/** The two ways in which a face may come. */
export function SourceStep() {
  const { t } = useTranslation('enrolment');
  return (
    <Stack maw={760} mx="auto" w="100%" pt="xl">
      <Title order={2} ta="center">
        {t('source.title')}
      </Title>
      <SimpleGrid cols={2}>
        <Way
          icon={IconCamera}
          title={t('source.camera')}
          about={t('source.cameraAbout')}
          onChoose={beginCamera}
        />
        <Way
          icon={IconPhoto}
          title={t('source.files')}
          about={t('source.filesAbout')}
          onChoose={beginFiles}
        />
      </SimpleGrid>
    </Stack>
  );
}

interface WayProps {
  icon: typeof IconCamera;
  title: string;
  about: string;
  onChoose: () => void;
}

function Way({ icon: Icon, title, about, onChoose }: WayProps) {
  return (
    <UnstyledButton className={classes.way} onClick={onChoose}>
      <Icon size={44} stroke={1.5} aria-hidden />
      <Text fw={620} size="lg">
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
    </UnstyledButton>
  );
}
