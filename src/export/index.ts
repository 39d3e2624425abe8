export type { PaperAsk, WhichEvents } from './ask';
export { htmlPage, paperHtml } from './html';
export { paperMarkdown } from './markdown';
export type { Element, Markup } from './markup';
export type { Paper } from './paper';
export { paperSteps } from './steps';
export { type Picture, paperSvg } from './svg';
