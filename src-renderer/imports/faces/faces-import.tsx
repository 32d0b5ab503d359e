import { Alert, Button, Checkbox, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { EngineFacts } from '#renderer/camera/engine-facts.tsx';
import { FolderChoice } from './folder-choice.tsx';
import { FolderTable } from './folder-table.tsx';
import { useFacesImport } from './use-faces-import.ts';

type Faces = ReturnType<typeof useFacesImport>;

/** Faces of many students from a folder with a sub-folder for each. */
export function FacesImport() {
  const { t } = useTranslation('imports');
  const faces = useFacesImport();
  const { vision, state, folders, results, replace, pick } = faces;
  return (
    <Stack>
      {vision.kind !== 'ready' && <EngineFacts vision={vision} />}
      {state.kind === 'failed' && <Problem error={state.error} />}
      {state.kind === 'choose' ? (
        <Paper p="lg">
          <Stack align="flex-start">
            <Text size="sm">{t('faces.about')}</Text>
            <FolderChoice disabled={pick === null} onPick={(files) => pick?.(files)} />
          </Stack>
        </Paper>
      ) : (
        <>
          <FacesBar faces={faces} />
          <Paper p={0}>
            <FolderTable folders={folders} results={results} replace={replace} />
          </Paper>
        </>
      )}
    </Stack>
  );
}

/** Above the folders: what is to be done, how far it is, or what came of it. */
function FacesBar({ faces }: { faces: Faces }) {
  const { state, cancel } = faces;
  if (state.kind === 'working') {
    return <Working done={state.done} total={state.total} onCancel={cancel} />;
  }
  if (state.kind === 'done') return <Report faces={faces} cancelled={state.cancelled} />;
  return <ReadyBar faces={faces} />;
}

function ReadyBar({ faces }: { faces: Faces }) {
  const { t } = useTranslation('imports');
  const { folders, todo, replace, setReplace, start, restart } = faces;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text role="status">
          {t('faces.found', { folders: folders.length, count: todo.length })}
        </Text>
        <Group>
          <Button variant="default" onClick={restart}>
            {t('faces.other')}
          </Button>
          <Button disabled={todo.length === 0 || !start} onClick={() => start?.()}>
            {t('faces.start', { count: todo.length })}
          </Button>
        </Group>
      </Group>
      <Checkbox
        label={t('faces.replace')}
        checked={replace}
        onChange={(event) => setReplace(event.currentTarget.checked)}
      />
    </Stack>
  );
}

interface WorkingProps {
  done: number;
  total: number;
  onCancel: () => void;
}

function Working({ done, total, onCancel }: WorkingProps) {
  const { t } = useTranslation(['imports', 'app']);
  const words = t('faces.progress', { done, total });
  return (
    <Group wrap="nowrap" role="status">
      <Text size="sm">{words}</Text>
      <Progress value={(100 * done) / Math.max(1, total)} flex={1} aria-label={words} />
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('app:cancel')}
      </Button>
    </Group>
  );
}

function Report({ faces, cancelled }: { faces: Faces; cancelled: boolean }) {
  const { t } = useTranslation('imports');
  const enrolled = [...faces.results.values()].filter(({ kind }) => kind === 'enrolled').length;
  const rest = faces.folders.length - enrolled;
  return (
    <Group justify="space-between" align="flex-start">
      <Alert
        color={rest === 0 ? 'green' : 'gray'}
        icon={<IconCheck aria-hidden />}
        title={t('faces.done', { count: enrolled })}
        role="status"
        flex={1}
      >
        <Text size="sm">
          {cancelled ? `${t('faces.cancelled')} ` : ''}
          {t('faces.rest', { count: rest })}
        </Text>
      </Alert>
      <Button variant="default" onClick={faces.restart}>
        {t('faces.other')}
      </Button>
    </Group>
  );
}
