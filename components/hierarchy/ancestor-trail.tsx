import './hierarchy.css';
import Link from 'next/link';
import type { Ancestor } from '@/domain/resource';
import { CutName } from '../resource-signs/cut-name';
import { KindIcon } from '../resource-signs/kind-icon';
import { Icon } from '../ui/icon';

interface AncestorTrailProps {
  ancestors: readonly Ancestor[];
  name: string;
  /** Beside the list nobody has to be led there. */
  inList?: boolean;
}

/** The way from the inventory down to a resource: its ancestors, root first. */
export function AncestorTrail({ ancestors, name, inList = false }: AncestorTrailProps) {
  return (
    <nav aria-label="Ancestors" className="min-w-0">
      <ol className="trail">
        {!inList && (
          <li>
            <Link href="/resources" prefetch={false}>
              Inventory
            </Link>
          </li>
        )}
        {ancestors.map((ancestor, place) => (
          <li key={ancestor.id}>
            {!(inList && place === 0) && <Icon name="chevron-right" />}
            <Link href={`/resources/${ancestor.id}`} prefetch={false} aria-label={ancestor.name}>
              <KindIcon kind={ancestor.kind} size={14} />
              <CutName name={ancestor.name} />
            </Link>
          </li>
        ))}
        <li aria-current="page">
          <Icon name="chevron-right" />
          <b>
            <CutName name={name} />
          </b>
        </li>
      </ol>
    </nav>
  );
}
