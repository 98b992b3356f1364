const grounds = ["bg-rank-1", "bg-rank-2", "bg-rank-3", "bg-rank-4", "bg-rank-5", "bg-rank-6"];

/** The colour of the n-th of a family, from 1; it comes round after six. */
const groundOf = (rank: number) => grounds[(Math.max(1, rank) - 1) % grounds.length];

/** A person's initial on their colour; the name stands beside it. */
export function Avatar({ name, rank }: { name: string; rank: number }) {
  return (
    <span
      aria-hidden="true"
      className={`grid size-[26px] shrink-0 place-items-center rounded-full text-xs font-bold text-white ring-2 ring-white/40 ${groundOf(rank)}`}
    >
      {[...name][0]?.toUpperCase()}
    </span>
  );
}

/** The same colour as a dot, where there is less room. */
export function Dot({ rank }: { rank: number }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-2 shrink-0 self-center rounded-[3px] print:hidden ${groundOf(rank)}`}
    />
  );
}
