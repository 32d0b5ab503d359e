/** Raised when the app asks for a part of Electron that the stand-in does not have. */
export class NotInStandInError extends Error {
  override readonly name = 'NotInStandInError';
  readonly member: string;

  constructor(member: string, why?: string) {
    super(
      `electron.${member} is not in the stand-in${why === undefined ? '' : `: ${why}`}. ` +
        'Add it under dev/electron-stand-in, or run on real Electron.',
    );
    this.member = member;
  }
}

/**
 * Names that the language, Node's inspector and module loaders look for on any object; that they
 * are missing is an answer, not a gap.
 */
const LOOKED_FOR_ANYWHERE = new Set(['then', 'toJSON', 'constructor', 'prototype', '__esModule']);

/**
 * Wraps an object so that reading or writing a member it does not have throws
 * {@link NotInStandInError} instead of giving undefined.
 * @param absent members that the real object lacks as well on some platforms
 */
export function loud<T extends object>(name: string, target: T, absent: readonly string[] = []): T {
  const isKnown = (key: string | symbol): boolean =>
    typeof key === 'symbol' || key in target || LOOKED_FOR_ANYWHERE.has(key) || isAbsent(key);
  const isAbsent = (key: string): boolean => absent.includes(key);
  return new Proxy(target, {
    get(object, key, receiver) {
      if (isKnown(key)) return Reflect.get(object, key, receiver);
      throw new NotInStandInError(`${name}.${String(key)}`);
    },
    set(object, key, value, receiver) {
      if (isKnown(key)) return Reflect.set(object, key, value, receiver);
      throw new NotInStandInError(`${name}.${String(key)}`);
    },
  });
}

/** A part of Electron that is wholly missing: any use of it throws. */
export function missing(name: string): never {
  const refuse = (member: string): never => {
    throw new NotInStandInError(member);
  };
  return new Proxy(class {}, {
    get: (_target, key) =>
      typeof key === 'symbol' || LOOKED_FOR_ANYWHERE.has(key)
        ? undefined
        : refuse(`${name}.${String(key)}`),
    construct: () => refuse(name),
    apply: () => refuse(name),
  }) as never;
}
