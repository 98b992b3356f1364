import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** The wanted port of this machine if nobody listens there, or one that the system chooses. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  try {
    server.listen(wanted, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort();
  } finally {
    server.close();
  }
}
