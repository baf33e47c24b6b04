export { removeViewDoor as DELETE, updateViewDoor as PATCH, viewDoor as GET } from '@/server/views/view-doors';
