export { suggestDoor as GET } from '@/server/tags/tag-doors';
