import { useState } from 'preact/hooks';
import { wall as text } from '../../../text/id/check-in-page.ts';
import type { WallState } from '../page-contract.ts';

/** A code stays this long on the wall after its successor should have come; it is still valid then. */
const lateMs = 5_000;

/** The code to scan, how long until the next, and what to do with it. */
export function WallCode({ state: { state, code }, now }: { state: WallState; now: number }) {
  if (code === null)
    return (
      <section class="code closed">
        <h2>{text.closed[state].heading}</h2>
        <p>{text.closed[state].hint}</p>
      </section>
    );
  const { qr, changesAt, rotationMs } = code;
  const isLate = now > changesAt + lateMs;
  return (
    <section class="code">
      <div class={isLate ? 'qr late' : 'qr'}>
        {isLate ? (
          <p>{text.codeLate}</p>
        ) : (
          <svg viewBox={`0 0 ${qr.size} ${qr.size}`} shape-rendering="crispEdges" data-testid="qr">
            <title>QR</title>
            <path d={qr.path} />
          </svg>
        )}
      </div>
      <p class="turning">
        <span class="turn">
          {!isLate && <Turn key={changesAt} rotationMs={rotationMs} leftMs={changesAt - now} />}
        </span>
        {text.changes(rotationMs / 1000)}
      </p>
      <ol class="steps">
        {text.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="help">{text.help}</p>
    </section>
  );
}

/** Runs out while the code does; set in motion once, as moving the animation would make it jump. */
function Turn({ rotationMs, leftMs }: { rotationMs: number; leftMs: number }) {
  const [style] = useState({
    animationDuration: `${rotationMs}ms`,
    animationDelay: `${leftMs - rotationMs}ms`,
  });
  return <i style={style} />;
}
