export { undoTagEditDoor as POST } from '@/server/operations/tag-edit-doors';
