type Props = { expected: number; requested: number; present: number; capacity: number; label: string };

/**
 * Who is expected beside what the slot can take: solid for those booked, pale for requests, and a line at the ceiling.
 * More children than places, which happens when some come unannounced, runs past the line.
 */
export function HeadcountBar({ expected, requested, present, capacity, label }: Props) {
  const scale = Math.max(capacity, expected + requested, 1);
  const share = (count: number) => `${(100 * count) / scale}%`;
  const isFull = expected + requested >= capacity;
  return (
    <span role="img" aria-label={label} className="relative block h-2.5 overflow-hidden rounded-full bg-sunk">
      <span className="absolute inset-y-0 left-0 bg-request-line" style={{ width: share(expected + requested) }} />
      <span
        className={`absolute inset-y-0 left-0 ${isFull ? "bg-request" : "bg-reserved-line"}`}
        style={{ width: share(expected) }}
      />
      <span className="absolute inset-y-0 left-0 bg-reserved" style={{ width: share(present) }} />
      {capacity < scale && <span className="absolute inset-y-0 w-0.5 bg-cancel" style={{ left: share(capacity) }} />}
    </span>
  );
}
