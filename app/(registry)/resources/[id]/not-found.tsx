export { ResourceGone as default } from '@/components/resource-detail/resource-gone';
