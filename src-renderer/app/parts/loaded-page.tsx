import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from './loaded.tsx';
import { Page } from './page.tsx';

interface LoadedPageProps<T> {
  query: UseQueryResult<T, Error>;
  /** The title while the thing itself is not there. */
  title: string;
  back: ReactNode;
  children: (data: T) => ReactNode;
}

/** A page about one thing: while it loads, or cannot be had, the page still has a title. */
export function LoadedPage<T>({ query, title, back, children }: LoadedPageProps<T>) {
  if (query.data !== undefined) return children(query.data);
  return (
    <Page title={title} back={back} maxWidth={1040}>
      <Loaded query={query}>{children}</Loaded>
    </Page>
  );
}
