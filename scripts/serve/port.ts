import { createServer } from 'node:net';
import { ConfigError } from '@everyletter/kit/config';

/** Asked before anything is started, so that a second start says so at once. @throws ConfigError */
export function portMustBeFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', (error: NodeJS.ErrnoException) =>
        reject(new ConfigError([`PORT: ${port} cannot be listened on (${error.code ?? error.message})`])),
      )
      .listen(port, () => probe.close(() => resolve()));
  });
}
