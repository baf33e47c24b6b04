export { tagEditDoor as GET } from '@/server/operations/tag-edit-doors';
