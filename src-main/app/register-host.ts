import type { OpenRegister } from './open-register.ts';

export interface RegisterHost {
  /** @throws DomainError NOT_READY unless the register is open */
  register(): OpenRegister;
}
