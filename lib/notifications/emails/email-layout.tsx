import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import { Children, type CSSProperties, cloneElement, isValidElement, type ReactNode } from "react";
import { paletteOf } from "@/lib/core/palette";
import type { Sender } from "./email-template";

const INK = "#161b2e";
/** The portal's own blue, for who has chosen no colour. */
const PRIMARY = "#2c3fb8";
const style = {
  body: {
    margin: 0,
    padding: "24px 0",
    backgroundColor: "#f5f6fb",
    fontFamily: "Figtree, Helvetica, Arial, sans-serif",
  },
  card: { maxWidth: 560, backgroundColor: "#ffffff", border: "1px solid #dfe3ee", borderRadius: 12 },
  header: { padding: "20px 28px", borderRadius: "12px 12px 0 0" },
  logo: {
    display: "inline-block",
    verticalAlign: "middle",
    marginRight: 12,
    borderRadius: 8,
    backgroundColor: "#ffffff",
  },
  name: { margin: 0, color: "#ffffff", fontSize: 18, lineHeight: "24px", fontWeight: 700 },
  main: { padding: "24px 28px 8px" },
  title: { margin: "0 0 16px", color: INK, fontSize: 22, lineHeight: "28px", fontWeight: 700 },
  text: { margin: "0 0 16px", color: INK, fontSize: 16, lineHeight: "24px" },
  button: { padding: "12px 20px", borderRadius: 10, color: "#ffffff", fontWeight: 600 },
  footer: { padding: "0 28px 20px" },
  link: { textDecoration: "underline" },
  small: { margin: "0 0 6px", color: "#4a5270", fontSize: 13, lineHeight: "20px" },
} satisfies Record<string, CSSProperties>;

/** For mail readers that follow the night: the same greys as the portal, the organisation's colour paler. */
const nightOf = (color: string) => {
  const { dark } = paletteOf(color);
  return `@media (prefers-color-scheme: dark) {
  body, body > table > tbody > tr > td { background-color: #0f1322 !important; }
  hr { border-color: #2b3352 !important; }
  .card { background-color: #171c30 !important; border-color: #2b3352 !important; }
  .band { background-color: ${dark.band} !important; }
  .ink { color: #eef0fa !important; }
  .quiet { color: #b4bbd6 !important; }
  .link { color: ${dark.primary} !important; }
  .action { background-color: ${dark.primary} !important; color: ${dark["on-primary"]} !important; }
}`;
};

type Props = { sender: Sender; preview: string; title: string; children: ReactNode };

/** The frame of every message: who writes, what about, whom to ask. No tracking: the logo is the same for everyone. */
export function EmailLayout({ sender, preview, title: standard, children }: Props) {
  const title = sender.wording?.subject ?? standard;
  const color = sender.primaryColor ?? PRIMARY;
  return (
    <Html lang="fr">
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{nightOf(color)}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={style.body}>
        <Container style={style.card} className="card">
          <Section style={{ ...style.header, backgroundColor: color }} className="band">
            <Text style={style.name}>
              {sender.logoUrl && <Img src={sender.logoUrl} height={40} alt="" style={style.logo} />}
              {sender.name}
            </Text>
          </Section>
          <Section style={style.main}>
            <Heading style={style.title} className="ink">
              {title}
            </Heading>
            {withColor(withOpening(children, sender.wording?.opening), color)}
          </Section>
          <Section style={style.footer}>
            <Hr />
            <Text style={style.small} className="quiet">
              Portail famille de {sender.shortName} – {sender.address}
            </Text>
            <Text style={style.small} className="quiet">
              Une question ? Écrivez à{" "}
              <Link href={`mailto:${sender.email}`} style={{ ...style.link, color }} className="link">
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
    <Text key={text} style={{ ...style.text, whiteSpace: "pre-line" }} className="ink">
      {text}
    </Text>
  ));
  return [...all.slice(0, Math.max(0, first)), ...words, ...all.slice(first + 1)];
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text style={style.text} className="ink">
      {children}
    </Text>
  );
}

type ButtonProps = { href: string; color?: string; children: ReactNode };

/** In the organisation's colour, which the layout gives it. */
export function ActionButton({ href, color = PRIMARY, children }: ButtonProps) {
  return (
    <Section style={style.text}>
      <Button href={href} style={{ ...style.button, backgroundColor: color }} className="action">
        {children}
      </Button>
    </Section>
  );
}

/** No context here: messages are also written where pages are drawn on the server. */
const withColor = (children: ReactNode, color: string): ReactNode =>
  Children.map(children, (child) =>
    isValidElement<ButtonProps>(child) && child.type === ActionButton ? cloneElement(child, { color }) : child,
  );
