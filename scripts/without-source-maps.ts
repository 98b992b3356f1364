// tsx turns source maps on, and Node then keeps those of Next and of every page in memory: some fifty megabytes. What is
// logged is told in our sources all the same (lib/core/readable-stack).
if (process.env.NODE_ENV === "production") process.setSourceMapsEnabled(false);
