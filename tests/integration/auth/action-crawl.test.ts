import { sql } from "drizzle-orm";
import { beforeAll, expect, vi } from "vitest";
import { connect } from "@/db/client";
import { type Actor, visitor } from "@/lib/core/actor";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import { openBrowser } from "./browser";
import { type Action, allActions, callsOf, outcome, refusals } from "./crawled-actions";
import { aTown, guardianOf, markedRows, thingsOf, writtenTables } from "./crawled-town";
import { agentRoles } from "./people";
import { sampleInput, withOneOf } from "./sample-input";

/**
 * Every action of the portal, drawn from the folder itself, called with the ids of a family by a stranger, by another
 * family and by an agent of each role; then by the other family with one single id that is not theirs. What lets one of
 * them through fails, unless it stands in a list below.
 */

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => {}, revalidateTag: () => {} }));
vi.mock("@/lib/auth/define-action", async (original) =>
  (await import("./crawled-actions")).remembering(await original(), "defineAction"),
);
vi.mock("@/lib/auth/define-posted-action", async (original) =>
  (await import("./crawled-actions")).remembering(await original(), "definePostedAction"),
);

/** Sent before anybody is signed in, or with a link or a code of their own: each has its tests with the form that sends it. */
const openToAll = [
  "activateAccountAction",
  "activateAgentAction",
  "confirmEmailChangeAction",
  "confirmEnrolmentAction",
  "discardSignUpAction",
  "foundPortalAction",
  "giveCodeAction",
  "joinHouseholdAction",
  "refuseEmailChangeAction",
  "requestInvitationAction",
  "requestPasswordResetAction",
  "resetPasswordAction",
  "resumeSignUpAction",
  "saveSignUpAction",
  "signInAction",
  "submitSignUpAction",
];
/** Give back what was typed around an action that is called here as well, without a name of its own. */
const wrappers: Record<string, string> = { postChangesAction: "unnamed 1", setCustodyAction: "unnamed 2" };
/** What only touches the one who calls, whatever ids it is sent: their account, their session. */
const ownThings = [
  "cancelEmailChangeAction",
  "changePasswordAction",
  "chooseNotificationsAction",
  "endObservationAction",
  "endOtherSessionsAction",
  "endOwnSessionAction",
  "observeHouseholdAction",
  "postNewPasswordAction",
  "renewRecoveryCodesAction",
  "requestEmailChangeAction",
  "withdrawDeletionAction",
];
/** What a family does itself and no agent does in its place. */
const families = [
  "certifyHouseholdAction",
  "closeFeedAction",
  "openFeedAction",
  "payCartAction",
  "payInvoicesAction",
  "requestDeletionAction",
  "requestExportAction",
  "saveHealthSectionAction",
];
/** What an agent must hold to do each of the others; one that stands nowhere fails. */
const taking: Partial<Record<Permission, string[]>> = {
  "reservations:override": ["bookAnywayAction", "cancelAnywayAction"],
  "cart:confirm": ["confirmWithCreditAction"],
  "accounts:review": [
    "askDetailAction",
    "attachSignUpAction",
    "decideDeletionAction",
    "decideSignUpAction",
    "inviteAdultAction",
    "inviteAllAdultsAction",
    "inviteGuardianAction",
    "vouchEmailChangeAction",
  ],
  "accounts:write": [
    "changeRoleAction",
    "disableAgentAction",
    "enableAgentAction",
    "inviteAgentAction",
    "resetSecondFactorAction",
  ],
  "attendance:write": ["recordTapsAction"],
  "billing:run": [
    "askAnnouncementAction",
    "cancelRunAction",
    "creditInvoiceAction",
    "prepareRunAction",
    "refreshRunAction",
    "resumeRunAction",
    "saveInvoiceSettingsAction",
    "saveOfficeRulesAction",
    "setAsideAction",
    "startRunAction",
  ],
  "certificates:issue": ["askBatchAction", "discardBatchAction"],
  "catalogue:write": [
    "addClosureAction",
    "archiveActivityAction",
    "archiveAgeGroupAction",
    "archiveFacilityAction",
    "archiveRevenueOfficeAction",
    "archiveSlotAction",
    "changeSlotAction",
    "closeDaysAction",
    "createActivityAction",
    "createFacilityAction",
    "createRevenueOfficeAction",
    "createSlotAction",
    "openServiceAction",
    "publishCalendarAction",
    "removeClosureAction",
    "removeSchoolYearAction",
    "removeWindowAction",
    "reopenDaysAction",
    "restoreActivityAction",
    "restoreFacilityAction",
    "restoreRevenueOfficeAction",
    "restoreSlotAction",
    "setAgeGroupAction",
    "setCapacityAction",
    "setSchoolYearAction",
    "setWindowAction",
    "testGatewayAction",
    "updateActivityAction",
    "updateFacilityAction",
    "updateRevenueOfficeAction",
  ],
  "changes:review": ["decideChangeAction"],
  "contact:write": [
    "answerThreadAction",
    "assignThreadAction",
    "closeThreadAction",
    "noteThreadAction",
    "openThreadAction",
    "removeCannedAnswerAction",
    "reopenThreadAction",
    "saveCannedAnswerAction",
  ],
  "documents:review": ["reviewDocumentAction"],
  "documents:write": ["removeDocumentAction", "restoreDocumentAction"],
  "enrollments:review": ["askCompletionAction", "decideEnrollmentAction", "leaveActivityAction"],
  "enrollments:write": ["enrollChildAction", "submitEnrollmentAction", "withdrawEnrollmentAction"],
  "families:write": [
    "createHouseholdAction",
    "recordQuotientAction",
    "setTariffCategoryAction",
    "shareChildAction",
    "unnamed 2",
  ],
  "household:write": [
    "addMemberAction",
    "addPickupPersonAction",
    "answerConsentAction",
    "proposeChangesAction",
    "removePickupPersonAction",
    "restorePickupPersonAction",
    "unnamed 1",
    "withdrawChangeAction",
  ],
  "imports:run": [
    "discardImportAction",
    "mapColumnsAction",
    "requestUndoAction",
    "startImportAction",
    "uploadImportAction",
  ],
  "messages:write": ["retryEmailsAction"],
  "payments:collect": [
    "cancelReceiptAction",
    "closeDayAction",
    "closeIncidentAction",
    "collectPaymentAction",
    "executeRefundAction",
  ],
  "planning:write": ["closeSlotsAction", "planAdultsAction", "reopenSlotsAction"],
  "publications:write": [
    "broadcastMessageAction",
    "countConcernedAction",
    "countRecipientsAction",
    "deliverDocumentAction",
    "publishDocumentAction",
    "replacePublicationAction",
    "unpublishDocumentAction",
    "withdrawDeliveryAction",
  ],
  "refunds:request": ["requestRefundAction", "withdrawRefundAction"],
  "refunds:review": ["decideRefundAction"],
  "requests:review": ["decideAbsenceAction", "decideDemandsAction"],
  "reservations:read": [
    "dayAction",
    "listPatternsAction",
    "patternOfferAction",
    "previewAbsenceAction",
    "previewCancellationsAction",
  ],
  "reservations:write": [
    "acceptOffersAction",
    "cancelReservationsAction",
    "continuePatternAction",
    "createPatternAction",
    "declareAbsenceAction",
    "joinWaitingListAction",
    "leaveWaitingListAction",
    "previewContinuationAction",
    "previewPatternAction",
    "previewUndoAction",
    "prolongCartAction",
    "requestCancellationsAction",
    "requestLateSlotsAction",
    "requestSlotsAction",
    "restoreLineAction",
    "undoCancellationsAction",
    "undoPatternAction",
    "withdrawAbsenceAction",
    "withdrawCancellationsAction",
    "withdrawLineAction",
    "withdrawRequestsAction",
  ],
  "settings:write": [
    "changeColorAction",
    "changeIdentityAction",
    "changeLegalTextsAction",
    "changeLogoAction",
    "changeSenderAction",
    "previewWordingAction",
    "publishTextAction",
    "removeLogoAction",
    "resetWordingAction",
    "saveRequirementAction",
    "saveWordingAction",
    "setFieldPoliciesAction",
  ],
  "tariffs:write": [
    "archiveTariffAction",
    "createTariffAction",
    "renameTariffAction",
    "restoreTariffAction",
    "setTariffAction",
    "tryTariffAction",
    "withdrawVersionAction",
  ],
};
/** What one of several permissions opens. */
const takingEither: Record<string, Permission[]> = { sendRemindersAction: ["payments:collect", "billing:run"] };
/** Asked by an action, though they only read. */
const readings = [
  "dayAction",
  "listPatternsAction",
  "patternOfferAction",
  "previewAbsenceAction",
  "previewCancellationsAction",
];
/** An administrator's rights over agents: refused on whoever is none. */
const onAgents = ["changeRoleAction", "disableAgentAction", "enableAgentAction", "resetSecondFactorAction"];

let actions: Map<string, Action | undefined>;
beforeAll(async () => {
  openBrowser();
  actions = await allActions();
});

const permissionsOf = (name: string): Permission[] => [
  ...(takingEither[name] ?? []),
  ...(Object.keys(taking) as Permission[]).filter((permission) => taking[permission]?.includes(name)),
];

/** Two families of the town, and all that the first one has. */
async function twoFamilies(templateUrl: string) {
  const { db, client } = connect(await aTown(templateUrl));
  const ctx: Context = { actor: visitor, db, now: new Date() };
  const victim = await guardianOf(ctx, "parent@exemple.fr");
  const other = await guardianOf(ctx, "parent2@exemple.fr");
  const asOther: Context = { ...ctx, actor: { kind: "guardian", ...other, householdIds: [other.householdId] } };
  return { ctx, client, victim, other, asOther, things: await thingsOf(ctx, victim.householdId) };
}

test("each action refuses a stranger, another family, and agents without the right", async ({ templateUrl }) => {
  const { ctx, client, other, asOther, things } = await twoFamilies(templateUrl);
  const through: string[] = [];
  const codesOf = async (actor: Actor, action: Action, calls: unknown[]) => {
    const codes = new Set<string>();
    for (const input of calls) codes.add((await outcome({ ...ctx, actor }, action, input)).code);
    return [...codes];
  };
  for (const [name, action] of actions) {
    if (!action) continue;
    const calls = callsOf(action, things);
    const isOwn = ownThings.includes(name);
    for (const [who, actor] of [
      ["a stranger", visitor],
      ["another family", asOther.actor],
    ] as const) {
      if (isOwn && actor.kind !== "visitor") continue;
      const wrong = (await codesOf(actor, action, calls)).filter((code) => !refusals.has(code));
      if (wrong.length > 0) through.push(`${name} for ${who}: ${wrong.join(", ")}`);
    }
    if (isOwn) continue;
    const permissions = permissionsOf(name);
    for (const role of agentRoles) {
      const actor: Actor = { kind: "agent", accountId: other.accountId, role };
      const may = permissions.some((permission) => isAllowed(actor, permission));
      const codes = await codesOf(actor, action, may ? calls.slice(-1) : calls);
      const right = may
        ? !codes.includes("forbidden") || onAgents.includes(name)
        : codes.every((code) => refusals.has(code));
      if (!right) through.push(`${name} for ${role}, who ${may ? "may" : "may not"}: ${codes.join(", ")}`);
    }
  }
  await client.end();
  expect(through).toEqual([]);
}, 400_000);

test("one id of another family among one's own opens nothing, and nothing of theirs is written or told", async ({
  templateUrl,
}) => {
  const { ctx, client, victim, other, asOther, things } = await twoFamilies(templateUrl);
  const own = await thingsOf(ctx, other.householdId);
  const marks = await marksOf(ctx, victim.householdId);
  const wrong: string[] = [];
  let mixed = 0;
  for (const [name, action] of actions) {
    if (!action || ownThings.includes(name)) continue;
    const base = sampleInput(action.schema, own.at(-1) ?? {});
    for (const { path, input } of withOneOf(base, own, things)) {
      const parsed = action.schema.safeParse(input);
      if (!parsed.success) continue;
      mixed += 1;
      let written: string[] = [];
      const { code, answer } = await outcome(asOther, action, parsed.data, async (ctx) => {
        written = await markedRows(ctx, marks);
      });
      const told = marks.filter((mark) => answer.includes(mark) && !JSON.stringify(input).includes(mark));
      if (code.startsWith("bug") || written.length + told.length > 0) {
        wrong.push(`${name} with another's ${path}: ${[code, ...written, ...told].join(", ")}`);
      }
    }
  }
  await client.end();
  expect(wrong).toEqual([]);
  expect(mixed).toBeGreaterThan(60);
}, 400_000);

test("an agent who sees as a family does changes nothing of it", async ({ templateUrl }) => {
  const { ctx, client, victim, other, things } = await twoFamilies(templateUrl);
  const { householdId } = victim;
  const observer: Context = {
    ...ctx,
    actor: { kind: "observer", accountId: other.accountId, role: "admin", householdId },
  };
  const wrong: string[] = [];
  for (const [name, action] of actions) {
    if (!action || ownThings.includes(name)) continue;
    for (const input of callsOf(action, things)) {
      let written: string[] = [];
      const { code } = await outcome(observer, action, input, async (ctx) => {
        written = await writtenTables(ctx);
      });
      const isRefused = refusals.has(code) || code === "observing";
      if (!isRefused && (written.length > 0 || !readings.includes(name))) wrong.push(`${name}: ${[code, ...written]}`);
    }
  }
  await client.end();
  expect(wrong).toEqual([]);
}, 400_000);

/** What nobody but one family is called: its ids and those of its members, its name. */
async function marksOf({ db }: Context, householdId: string): Promise<string[]> {
  const rows = await db.execute<{ mark: string }>(sql`
    select household_id::text as mark from household_members where household_id = ${householdId}
    union select person_id::text from household_members where household_id = ${householdId}
    union select 'Rousseau'`);
  return rows.map(({ mark }) => mark);
}

test("what is sent before anybody is signed in, and what agents may do, is on the lists", () => {
  const names = [...actions].map(([name]) => name);
  const open = names.filter((name) => !actions.get(name));
  expect(open.sort()).toEqual([...openToAll, ...Object.keys(wrappers)].sort());

  const listed = [...ownThings, ...families, ...Object.values(taking).flat(), ...Object.keys(takingEither)];
  expect(names.filter((name) => actions.get(name)).sort()).toEqual(listed.sort());
});
