import { Pool } from 'undici';

/** One stretch of load; the answer is the number of requests sent. */
export interface LoadOrder {
  readonly origin: string;
  readonly cookie: string;
  readonly documentId: string;
  readonly operationName: string;
  readonly variables: readonly unknown[];
  readonly atOnce: number;
}

/** A process of its own, so that making requests does not count as answering them. */
async function run({ origin, cookie, documentId, operationName, variables, atOnce }: LoadOrder): Promise<number> {
  const pool = new Pool(origin, { connections: atOnce });
  const headers = { 'content-type': 'application/json', 'x-everyletter': '1', cookie };
  let next = 0;
  const worker = async () => {
    while (next < variables.length) {
      const body = JSON.stringify({ documentId, operationName, variables: variables[next++] });
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body });
      const text = await answer.body.text();
      if (answer.statusCode !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 400));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await pool.close();
  return next;
}

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (sent) => process.send?.({ sent }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
