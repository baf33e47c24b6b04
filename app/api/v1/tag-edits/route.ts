export { recentTagEditsDoor as GET, tagEditsDoor as POST } from '@/server/operations/tag-edit-doors';
