import { Document, Page, View } from "@react-pdf/renderer";
import { style, Words } from "@/lib/billing/receipts/receipt-parts";
import { instantInWords, numericDate } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { GatheredData } from "./gather-data";

type Props = { data: GatheredData; organization: string; madeAt: Date };

const roles = { guardian: "Responsable", child: "Enfant", contact: "Contact" };

/** What the copy holds, to be read by people: the JSON beside it has every detail. Pure. */
export function DataSummary({ data, organization, madeAt }: Props) {
  const { foyer, membres, enfants, documents, reservations, comptes, recus, factures, echanges } = data;
  return (
    <Document title="Vos données du portail famille" author={organization} language="fr-FR" creationDate={madeAt}>
      <Page size="A4" style={style.page}>
        <Words style={style.title}>Vos données</Words>
        <Words style={style.quiet}>{`Portail famille de ${organization}, le ${instantInWords(madeAt)}`}</Words>

        <Words style={style.section}>{`Foyer ${foyer.nom}`}</Words>
        <Words>{foyer.adresse}</Words>
        {membres.map(({ prenom, nom, role, informations }) => (
          <View key={`${prenom}${nom}`} wrap={false}>
            <Words style={{ ...style.strong, marginTop: 6 }}>{`${prenom} ${nom} – ${roles[role]}`}</Words>
            {Object.entries(informations).map(([label, value]) => (
              <Words key={label}>{`${label}\u00a0: ${value}`}</Words>
            ))}
          </View>
        ))}

        {enfants.map(({ prenom, autorisations, personnesDeSortie }) => (
          <View key={prenom}>
            <Words style={style.section}>{`Autorisations de ${prenom}`}</Words>
            {autorisations.map(({ autorisation, reponses: [last] }) => (
              <Words key={autorisation}>{`${autorisation}\u00a0: ${answerInWords(last?.value)}`}</Words>
            ))}
            {personnesDeSortie.map(({ firstName, lastName, kind }) => (
              <Words key={`${firstName}${lastName}`}>
                {`${kind === "allowed" ? "Peut venir chercher" : "Ne doit pas venir chercher"} ${prenom}\u00a0: ${firstName} ${lastName}`}
              </Words>
            ))}
            <Words style={style.quiet}>La fiche santé est dans le fichier donnees.json, rubrique « sante ».</Words>
          </View>
        ))}

        <Words style={style.section}>Comptes</Words>
        {comptes.map(({ regie, soldeEnCentimes }) => (
          <Words key={regie}>{`${regie}\u00a0: ${formatEuros(soldeEnCentimes)}`}</Words>
        ))}
        {factures.map(({ numero, date, centimes }) => (
          <Words key={numero}>{`Facture ${numero} du ${numericDate(date)}\u00a0: ${formatEuros(centimes)}`}</Words>
        ))}
        {recus.map(({ numero, date, centimes }) => (
          <Words key={numero}>{`Reçu ${numero} du ${numericDate(date)}\u00a0: ${formatEuros(centimes)}`}</Words>
        ))}

        <Words style={style.section}>Aussi dans cette copie</Words>
        <Words>{`${reservations.length} réservations, ${documents.length} documents, ${echanges.length} échanges avec la structure.`}</Words>
      </Page>
    </Document>
  );
}

const answerInWords = (value: string | undefined) =>
  value === "granted" ? "oui" : value === "refused" ? "non" : "sans réponse";
