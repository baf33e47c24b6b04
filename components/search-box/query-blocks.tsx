import type { Block, Meaning } from '@/domain/selector/highlight';

const BLOCKS = { include: 'run run-in', exclude: 'run run-not', text: 'run run-text', between: undefined } as const;
const PIECES: Record<Meaning, string | undefined> = {
  field: 'run-key', key: 'run-key', negation: 'run-sign', operator: 'run-op', keyword: 'run-word', value: undefined, text: undefined,
};

interface QueryBlocksProps {
  blocks: readonly Block[];
  /** Where a person is typing: that part is drawn without a ground. */
  caret: number | undefined;
}

/** A query, drawn without taking more room than its text. */
export function QueryBlocks({ blocks, caret }: QueryBlocksProps) {
  return blocks.map(({ as, position, length, pieces }) => {
    const isTyped = caret !== undefined && position < caret && caret <= position + length;
    return (
      <span key={position} data-position={position} className={isTyped && as !== 'text' && as !== 'between' ? 'run' : BLOCKS[as]}>
        {pieces.map((piece) => (
          <span key={piece.position} className={`${PIECES[piece.meaning] ?? ''}${piece.wrong ? ' run-bad' : ''}`.trim() || undefined}>
            {piece.text}
          </span>
        ))}
      </span>
    );
  });
}
