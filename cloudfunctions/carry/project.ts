import type { Appeal } from '../../domain/appeal/appeal.ts'
import { afterStep } from '../../domain/appeal/decisions.ts'
import { type Carried, carry, settled } from '../../domain/project/carrying.ts'
import { type Project, toCarry } from '../../domain/project/project.ts'
import { appealsById, saveStep } from '../store/appeals.ts'
import { projects, saveCarried } from '../store/projects.ts'

/** Appeals at once: few enough to be done before a function ends. */
const batch = 20

/**
 * Carries what was decided about a project over to its appeals, a batch at a time, while `goOn` says so. It may be
 * broken off anywhere and run twice at once: what is done is found done.
 */
export async function carryProject(id: string, now: number, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    const project = await projects.get(id)
    const next = project ? toCarry(project).slice(0, batch) : []
    if (!project || next.length === 0) return
    const found = await appealsById(next.map((member) => member.id))
    const standings = new Map<string, Carried['standing']>()
    await Promise.all(
      next.map(async (member) => {
        const appeal = found.find(({ _id }) => _id === member.id)
        const carried = carry(project, member.standing, appeal, { caller: actingFor(project), now })
        if (!appeal || (await saveAll(appeal, carried))) standings.set(member.id, carried.standing)
      }),
    )
    await saveCarried(project, settled(project, standings, now))
  }
}

/** False when somebody took a step meanwhile: it is looked at again. */
async function saveAll(appeal: Appeal, { decisions }: Carried): Promise<boolean> {
  let before = appeal
  for (const decision of decisions) {
    if (!(await saveStep(before, decision))) return false
    before = afterStep(before, decision)
  }
  return true
}

// Joining and leaving follow from the project; whoever decided them stands in its own log.
const actingFor = ({ closing }: Project) => closing?.caller ?? 'clock'
