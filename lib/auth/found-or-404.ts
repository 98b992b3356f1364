import { notFound } from "next/navigation";
import { DomainError } from "@/lib/core/errors";

/** In a page, someone else's row and a missing one are the same page that does not exist. */
export async function foundOr404<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && (error.code === "not_found" || error.code === "forbidden")) notFound();
    throw error;
  }
}
