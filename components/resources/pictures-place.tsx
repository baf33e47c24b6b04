import { lazy, Suspense } from 'react';
import type { FacetCounts } from '@/domain/facet-counts';
import type { Selector } from '@/domain/selector/tree';
import { printPictures, readPictures } from '../pictures/picture-choice';

const PicturesBeside = lazy(() => import('./pictures-beside').then((module) => ({ default: module.PicturesBeside })));

interface PicturesPlaceProps {
  /** As the address has it. */
  picture: string;
  q: string;
  selector: Selector;
  facets: readonly FacetCounts[] | undefined;
  asOf: string | undefined;
  onSelector: (selector: Selector) => void;
  onPicture: (picture: string) => void;
}

/** Where the pictures stand, once they are asked for: as high before they are there. */
export function PicturesPlace({ picture, facets, onPicture, ...query }: PicturesPlaceProps) {
  const choice = readPictures(picture);
  if (choice === undefined) return null;
  return (
    <div className="pictures-place">
      <Suspense>
        <PicturesBeside {...query} choice={choice} statuses={facets?.find(({ field }) => field === 'status')} onChoice={(next) => onPicture(printPictures(next))} />
      </Suspense>
    </div>
  );
}
