import { passwordFault } from '#shared/accounts/password-fault.ts';
import { DomainError } from '../rpc/domain-error.ts';

/** @throws DomainError INVALID with the fault in `why` */
export function assertAcceptablePassword(
  password: string,
  of: { username: string; schoolName: string },
): void {
  const why = passwordFault(password, of);
  if (why !== null) throw new DomainError('INVALID', { field: 'password', why });
}
