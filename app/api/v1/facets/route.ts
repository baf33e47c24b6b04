export { facetsDoor as GET } from '@/server/resources/read-doors';
