import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { splitSentence } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { useRead } from '../../call/useRead'
import { Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { isLost } from '../useStep'
import { ProjectFacts } from './ProjectFacts'

/** How a project goes, for everybody; nobody is named. */
export default function Project() {
  const { id = '' } = useRouter().params
  const { data, seen, refused, reload } = useRead('project.public', { id })
  const now = useNow()
  const project = data ?? seen?.data
  return (
    <Page title="治理项目">
      <View className="side" style={{ paddingTop: '16px', paddingBottom: '24px' }}>
        {refused && isLost(refused) && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {refused && !isLost(refused) && <Failure {...splitSentence(refused.message)} />}
        {!project && !refused && <LoadingCard rows={3} />}
        {project && (
          <>
            <ProjectFacts project={project} now={now} />
            <View className="meta" style={{ paddingTop: '12px' }}>
              同一个根子的事放在一起治，治好了逐件请本人说满不满意。
            </View>
          </>
        )}
      </View>
    </Page>
  )
}
