import type { ActionResult } from "@/lib/core/action-result";
import type {
  ContinuePatternInput,
  CreatePatternInput,
  HouseholdInput,
  PatternIdInput,
  PatternInput,
} from "@/lib/reservations/patterns/input";
import type {
  BookedPattern,
  PatternItem,
  PatternOffer,
  PatternPreview,
  UndonePattern,
} from "@/lib/reservations/patterns/rules";

type Act<Input, Output> = (input: Input) => Promise<ActionResult<Output>>;

/** What the sheet of typical weeks asks of the server. */
export type PatternActions = {
  offer: Act<HouseholdInput, PatternOffer>;
  list: Act<HouseholdInput, PatternItem[]>;
  preview: Act<PatternInput, PatternPreview>;
  create: Act<CreatePatternInput, BookedPattern>;
  previewNext: Act<PatternIdInput, PatternPreview>;
  next: Act<ContinuePatternInput, BookedPattern>;
  previewUndo: Act<PatternIdInput, UndonePattern>;
  undo: Act<PatternIdInput, UndonePattern>;
};
