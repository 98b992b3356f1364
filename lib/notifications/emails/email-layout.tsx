import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import { Children, type CSSProperties, isValidElement, type ReactNode } from "react";
import type { Sender } from "./email-template";

const INK = "#161b2e";
const PRIMARY = "#2c3fb8";
const style = {
  body: {
    margin: 0,
    padding: "24px 0",
    backgroundColor: "#f5f6fb",
    fontFamily: "Figtree, Helvetica, Arial, sans-serif",
  },
  card: { maxWidth: 560, backgroundColor: "#ffffff", border: "1px solid #dfe3ee", borderRadius: 12 },
  header: { padding: "20px 28px", backgroundColor: PRIMARY, borderRadius: "12px 12px 0 0" },
  name: { margin: 0, color: "#ffffff", fontSize: 18, fontWeight: 700 },
  main: { padding: "24px 28px 8px" },
  title: { margin: "0 0 16px", color: INK, fontSize: 22, lineHeight: "28px", fontWeight: 700 },
  text: { margin: "0 0 16px", color: INK, fontSize: 16, lineHeight: "24px" },
  button: { padding: "12px 20px", backgroundColor: PRIMARY, borderRadius: 10, color: "#ffffff", fontWeight: 600 },
  footer: { padding: "0 28px 20px" },
  link: { color: PRIMARY, textDecoration: "underline" },
  small: { margin: "0 0 6px", color: "#4a5270", fontSize: 13, lineHeight: "20px" },
} satisfies Record<string, CSSProperties>;

type Props = { sender: Sender; preview: string; title: string; children: ReactNode };

/** The frame of every message: who writes, what about, whom to ask. No image and no tracking. */
export function EmailLayout({ sender, preview, title: standard, children }: Props) {
  const title = sender.wording?.subject ?? standard;
  return (
    <Html lang="fr">
      <Head>
        <title>{title}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={style.body}>
        <Container style={style.card}>
          <Section style={style.header}>
            <Text style={style.name}>{sender.name}</Text>
          </Section>
          <Section style={style.main}>
            <Heading style={style.title}>{title}</Heading>
            {withOpening(children, sender.wording?.opening)}
          </Section>
          <Section style={style.footer}>
            <Hr />
            <Text style={style.small}>
              Portail famille de {sender.shortName} – {sender.address}
            </Text>
            <Text style={style.small}>
              Une question ? Écrivez à{" "}
              <Link href={`mailto:${sender.email}`} style={style.link}>
                {sender.email}
              </Link>
              {sender.phone && ` ou appelez le ${sender.phone}`}.
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** The first paragraph, "Bonjour,", gives way to the organisation's own words. */
function withOpening(children: ReactNode, opening: string[] | undefined): ReactNode {
  if (!opening) return children;
  const all = Children.toArray(children);
  const first = all.findIndex((child) => isValidElement(child) && child.type === Paragraph);
  const words = opening.map((text) => (
    <Text key={text} style={{ ...style.text, whiteSpace: "pre-line" }}>
      {text}
    </Text>
  ));
  return [...all.slice(0, Math.max(0, first)), ...words, ...all.slice(first + 1)];
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={style.text}>{children}</Text>;
}

export function ActionButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={style.text}>
      <Button href={href} style={style.button}>
        {children}
      </Button>
    </Section>
  );
}
