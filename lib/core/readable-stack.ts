import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";

/** A place in a chunk of the build: its file, line and column. */
const builtPlace = /(\/[^\s():]*\/\.next\/server\/[^\s():]+\.js):(\d+):(\d+)/g;

/**
 * A stack whose places in the built chunks are told in our sources, by the maps that the build has left beside them. They
 * are read when something is logged, and not kept: all together they would fill the memory of a server.
 */
export function readableStack(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replace(builtPlace, (place, file: string, line: string, column: string) => {
    if (!maps.has(file)) maps.set(file, mapOf(file));
    const entry = maps.get(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    return entry && "originalSource" in entry
      ? `${nameOf(entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
      : place;
  });
}

/** Sources are named from the chunk that holds them: `../../../../lib/core/log.ts`. */
const nameOf = (source: string) => source.replace(/^(file:\/\/)?(\.\.\/)*/, "");

function mapOf(chunk: string): SourceMap | undefined {
  const file = /* turbopackIgnore: true */ `${chunk}.map`;
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}
