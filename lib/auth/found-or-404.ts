import { notFound } from "next/navigation";
import { DomainError, type ErrorCode } from "@/lib/core/errors";

const hidden: readonly ErrorCode[] = ["not_found", "forbidden"];

/** In a page, someone else's row and a missing one are the same page that does not exist. */
export async function foundOr404<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && hidden.includes(error.code)) notFound();
    throw error;
  }
}
