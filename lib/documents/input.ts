/** What a family may send: photographs and PDF, each of a size that a telephone sends in a minute. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_PIXELS = 40_000_000;
export const MAX_PAGES = 30;

/** What the browser proposes to choose from; only the content decides. */
export const acceptedFiles = "image/jpeg,image/png,image/heic,image/heif,image/webp,application/pdf,.heic,.heif,.pdf";
