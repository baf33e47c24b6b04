export { saveViewDoor as POST, viewsDoor as GET } from '@/server/views/view-doors';
