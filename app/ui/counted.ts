/** A number with the name of what is counted: `1 rule`, `4,039 rules`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
