import { Unread } from '../../call/Unread'
import { usePages } from '../../call/usePages'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Sheet } from '../../ui/Sheet'
import { Empty, LoadingCard } from '../../ui/States'
import type { TaskForm } from './taskForm'

interface Props {
  hat: string
  chosen: TaskForm['team']
  onClose: () => void
  onChoose: (team: TaskForm['team']) => void
}

/** 选小队: of the organisation, and of what it lies in; its members are called. */
export function TeamSheet({ hat, chosen, onClose, onChoose }: Props) {
  const pages = usePages('task.teams', {}, hat)
  const { rows, refused, seen, reload, later, loadMore } = pages
  return (
    <Sheet
      open
      title="叫哪支小队"
      onClose={onClose}
      {...(chosen && {
        foot: <Button look="secondary" text="不选小队，谁都能来" onTap={() => onChoose(null)} />,
      })}
    >
      {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
      {!rows && !refused && <LoadingCard rows={2} />}
      {rows?.length === 0 && <Empty title="这里还没有小队" words="请管理员建一支，或者不选，谁都能来。" />}
      {rows?.map(({ id, name, location }) => (
        <Choice
          key={id}
          title={name}
          words={location}
          chosen={id === chosen?.id}
          onChoose={() => onChoose({ id, name })}
        />
      ))}
      {later.next && <Button look="text" text="再看几支" busy={later.loading} onTap={loadMore} />}
    </Sheet>
  )
}
