import type { ResourceDetail } from '@/domain/resource';
import { EditableTags } from '../tags/editable-tags';
import { Icon } from '../ui/icon';

export function TagsSection({ resource }: { resource: ResourceDetail }) {
  return (
    <section className="sec resource-tags" aria-labelledby="tags-heading">
      <div className="sec-head">
        <h2 id="tags-heading">Tags</h2>
        <kbd aria-hidden>E</kbd>
      </div>
      <EditableTags
        key={resource.id}
        resource={resource}
        button={
          <>
            <Icon name="plus" />
            Add tag
          </>
        }
      />
    </section>
  );
}
