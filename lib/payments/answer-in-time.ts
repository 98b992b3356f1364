/**
 * What a bank answers, to its last byte, in the time given: or a `TimeoutError`. The clock is ours, because fetch may
 * forget its signal once it has the headers, and an answer that drips would last for ever.
 */
export async function answerInTime<T>(patienceMs: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    clock = setTimeout(() => {
      const error = new DOMException("The answer did not end in time", "TimeoutError");
      reject(error);
      stop.abort(error);
    }, patienceMs);
  });
  try {
    return await Promise.race([ask(stop.signal), late]);
  } finally {
    clearTimeout(clock);
  }
}
