// Loaded first in the server and the worker: when the supervisor dies, even by kill -9, they follow at once.
process.once("disconnect", () => {
  setTimeout(() => process.exit(1), 2_000).unref();
  process.kill(process.pid, "SIGTERM");
});
process.channel?.unref();
