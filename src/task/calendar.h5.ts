import { type CalendarEvent, calendarFile } from '../../domain/task/calendar'
import { saveFile } from '../call/saveFile'

/** Puts a task into the phone's calendar: a file that it opens. What to tell the person then; undefined: nothing. */
export async function addToCalendar(event: CalendarEvent): Promise<string | undefined> {
  await saveFile(`${event.title}.ics`, calendarFile(event, Date.now()))
  return '日历文件存好了，打开它就记上'
}
