import { useId } from 'preact/hooks'

type Props<V extends string> = {
  legend: string
  value: V
  choices: { value: V; name: string; what?: string }[]
  onChange: (value: V) => void
  /** Side by side, for short choices. */
  row?: boolean
}

/** A group of choices, each with its explanation. */
export function Radios<V extends string>({ legend, value, choices, onChange, row }: Props<V>) {
  const name = useId()
  return (
    <fieldset class={row === true ? 'radios radios--row' : 'radios'}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label class="choice choice--card" key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            aria-describedby={choice.what === undefined ? undefined : `${name}-${choice.value}`}
            aria-label={choice.name}
            onChange={() => {
              onChange(choice.value)
            }}
          />
          <span class="choice__text">
            {choice.name}
            {choice.what !== undefined && (
              <small id={`${name}-${choice.value}`}>{choice.what}</small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
