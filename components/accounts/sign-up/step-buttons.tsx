import { ArrowLeft, ArrowRight } from "lucide-react";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";

type Props = { onBack?: () => void; pending: boolean; next?: string };

/** Onwards under the thumb, backwards beside it; going back loses nothing. */
export function StepButtons({ onBack, pending, next = "Continuer" }: Props) {
  return (
    <div className="flex flex-wrap-reverse gap-3 border-t border-line pt-5 sm:justify-between">
      {onBack ? (
        <Button onClick={onBack} className="max-sm:w-full">
          <ArrowLeft />
          Revenir
        </Button>
      ) : (
        <span />
      )}
      <SubmitButton variant="primary" pending={pending} className="max-sm:w-full">
        {next}
        <ArrowRight />
      </SubmitButton>
    </div>
  );
}
