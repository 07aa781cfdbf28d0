/** Parts of GET forms. A form drops the query of its address, so what must last goes along in hidden fields. */
import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.ts'

export function Carry({ keep = {} }: { keep?: Record<string, string | undefined> }) {
  const { carried } = usePage()
  return (
    <>
      {Object.entries({ ...carried, ...keep }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}

export function Field({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is handed in as a child.
    <label class="field">
      <span>{label}</span>
      {children}
    </label>
  )
}

export interface Option {
  value: string
  label: string
}

/** An empty first choice, where the choice may be left open. */
export function Select(props: { name: string; value: string | undefined; options: Option[]; any?: string }) {
  return (
    <select name={props.name}>
      {props.any !== undefined && <option value="">{props.any}</option>}
      {props.options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  )
}

export function Tick({ name, checked, label }: { name: string; checked: boolean; label: string }) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value="1" checked={checked} /> {label}
    </label>
  )
}
