import * as v from 'valibot';

/** Raised once, with everything that is wrong, before anything is started. */
export class ConfigError extends Error {
  constructor(
    readonly problems: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`Configuration refused:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`, options);
    this.name = 'ConfigError';
  }
}

/**
 * Parses the environment into a typed object. Unknown variables are ignored; every bad one is named.
 * @throws ConfigError
 */
export function parseEnv<Shape extends v.ObjectEntries>(
  shape: Shape,
  env: Readonly<Record<string, string | undefined>>,
) {
  const result = v.safeParse(v.object(shape), env);
  if (result.success) return result.output;
  throw new ConfigError(result.issues.map((issue) => `${String(issue.path?.[0]?.key)}: ${issue.message}`));
}

/** A TCP port with a default. */
export const portSetting = (byDefault: number) =>
  v.pipe(
    v.optional(v.string(), String(byDefault)),
    v.regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535'),
    v.transform(Number),
    v.integer(),
    v.minValue(1, 'must be a port number from 1 to 65535'),
    v.maxValue(65535, 'must be a port number from 1 to 65535'),
  );

/** `0` or `1` with a default. */
export const switchSetting = (byDefault: boolean) =>
  v.pipe(
    v.optional(v.string(), byDefault ? '1' : '0'),
    v.picklist(['0', '1'], 'must be 0 or 1'),
    v.transform((text) => text === '1'),
  );

/** A PostgreSQL connection URL; absent means the embedded server. */
export const databaseUrlSetting = v.optional(
  v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\/[^\s]+$/, 'must start with postgresql://')),
);
