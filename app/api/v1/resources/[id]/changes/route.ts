export { changesDoor as GET } from '@/server/resources/read-doors';
