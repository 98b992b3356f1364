import NextLink from "next/link";
import type { ComponentProps } from "react";
import { LinkPending } from "./link-pending";

/**
 * Every link of the portal: a tap is answered at once, however slow the network. Nothing is fetched ahead, since each
 * page is drawn for who asks; what is no page, a PDF or a photo, is fetched by the browser, once.
 */
export function Link({ href, children, ...link }: ComponentProps<typeof NextLink> & { href: string }) {
  if (href.startsWith("/api/") || link.download !== undefined) {
    return (
      <a href={href} {...link}>
        {children}
      </a>
    );
  }
  return (
    <NextLink prefetch={false} href={href} {...link}>
      {children}
      <LinkPending />
    </NextLink>
  );
}
