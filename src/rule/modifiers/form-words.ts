import type { Form } from './draft';

/** A form of a value, as a label: `base64 offset 2`, `%name% = value`. */
export function formLabel(form: Form): string {
  if (form.kind === 'placeholder') return `%${form.name}% = ${form.value}`;
  return form.offset === null ? 'base64' : `base64 offset ${form.offset}`;
}

/** Several at once. */
export function formLabels(forms: readonly Form[]): string {
  return forms.map(formLabel).join(', ');
}
