export { editTagsDoor as PATCH } from '@/server/tags/tag-doors';
