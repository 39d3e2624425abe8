import type { Form } from './draft';

/** The label of a form: `base64 offset 2`, `%name% = value`. */
export function formLabel(form: Form): string {
  if (form.kind === 'placeholder') return `%${form.name}% = ${form.value}`;
  return form.offset === null ? 'base64' : `base64 offset ${form.offset}`;
}

/** The label of several forms. */
export function formLabels(forms: readonly Form[]): string {
  return forms.map(formLabel).join(', ');
}
