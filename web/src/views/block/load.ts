import { ask } from '../../lib/api/client';
import { BlockVerdictsDocument, type Verdict } from '../../lib/api/generated';
import { type Request, type Scene, loadScene } from '../../lib/atlas/scene';
import { verdictsByCode } from './model';

export interface BlockQuestion extends Request {
  /** The id of the building block that the page is about; `block` is the one that the filter names. */
  readonly id: string;
}

/** A scene with the verdict on one building block by municipality code. */
export interface BlockScene {
  readonly scene: Scene;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

export async function loadBlockScene(
  { id, ...request }: BlockQuestion,
  signal: AbortSignal,
): Promise<BlockScene> {
  const date = request.date ? { asOf: request.date } : {};
  const [scene, answer] = await Promise.all([
    loadScene(request),
    ask(BlockVerdictsDocument, { block: id, ...date }, signal),
  ]);
  return { scene, verdicts: verdictsByCode(answer) };
}
