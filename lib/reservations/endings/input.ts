import { z } from "zod";
import { endEnrollmentInput } from "@/lib/enrollments/input";

/** `seen`: what the agent has read would be cancelled, as `seenOf` writes it; empty before. */
export const leaveActivityInput = endEnrollmentInput.extend({ seen: z.string().max(40).default("") });
export type LeaveActivityInput = z.output<typeof leaveActivityInput>;
