import { connect } from "@/db/client";
import { runImport } from "@/lib/accounts/imports/run-import";
import { sealEvents } from "@/lib/audit/seal-events";
import { issueRun } from "@/lib/billing/runs/issue-run";

/** One long job in a process of its own, for the tests that kill it: what the worker would run, without the others. */
const [, , url = "", job = "", id = ""] = process.argv;
const { db, client } = connect(url, { max: 4 });
const ctx = { actor: { kind: "system", name: `job:${job}` }, db, now: new Date("2026-09-09T08:00:00Z") } as const;
if (job === "issue-run") await issueRun(ctx, id);
else if (job === "seal-events") await sealEvents(ctx);
else await runImport(ctx, { importId: id });
await client.end();
process.disconnect?.();
