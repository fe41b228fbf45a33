import { Unread } from '../../call/Unread'
import { usePages } from '../../call/usePages'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Sheet } from '../../ui/Sheet'
import { Empty, LoadingCard } from '../../ui/States'
import type { Draft } from './draft'

interface Props {
  hat: string
  chosen: Draft['merchant']
  onClose: () => void
  onChoose: (merchant: Draft['merchant']) => void
}

/** 哪家来给: a merchant, whose clerks alone can then check the codes; or the community itself. */
export function MerchantSheet({ hat, chosen, onClose, onChoose }: Props) {
  const { rows, refused, seen, reload, later, loadMore } = usePages('reward.merchants', {}, hat)
  return (
    <Sheet
      open
      tall
      title="哪家来给"
      onClose={onClose}
      {...(chosen && {
        foot: <Button look="secondary" text="不选商家，自己给" onTap={() => onChoose(null)} />,
      })}
    >
      {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
      {!rows && !refused && <LoadingCard rows={2} />}
      {rows?.length === 0 && <Empty title="这里还没有商家" words="请管理员建一家，或者不选，自己给。" />}
      {rows?.map(({ id, name, location }) => (
        <Choice
          key={id}
          title={name}
          words={location}
          chosen={id === chosen?.id}
          onChoose={() => onChoose({ id, name })}
        />
      ))}
      {later.next && <Button look="text" text="再看几家" busy={later.loading} onTap={loadMore} />}
    </Sheet>
  )
}
