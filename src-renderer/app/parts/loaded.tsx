import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from './problem.tsx';

interface LoadedProps<T> {
  query: UseQueryResult<T, Error>;
  /** What stands there while loading; grey rows unless told otherwise. */
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The content of a query, or that it loads, or what is wrong with it. */
export function Loaded<T>({ query, waiting, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  return waiting ?? <SkeletonRows />;
}

/** Grey rows in place of a table that loads. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and stay in place
        <Skeleton key={row} h={36} />
      ))}
    </Stack>
  );
}
