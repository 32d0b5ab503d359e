import type { StartFailure } from '#shared/contract/app.contract.ts';
export function StartFailureScreen(_props: { failure: StartFailure }) {
  return null;
}
