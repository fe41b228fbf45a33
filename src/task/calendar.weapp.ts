import Taro from '@tarojs/taro'
import { type CalendarEvent, remindedBefore } from '../../domain/task/calendar'
import { Refused } from '../call/refused'

/** Puts a task into the phone's calendar. What to tell the person then; undefined: nothing. */
export async function addToCalendar({
  title,
  words,
  place,
  from,
  to,
}: CalendarEvent): Promise<string | undefined> {
  try {
    await Taro.addPhoneCalendar({
      title,
      description: words,
      location: place,
      startTime: Math.floor(from / 1000),
      endTime: String(Math.floor(to / 1000)),
      alarm: true,
      alarmOffset: remindedBefore * 60,
    })
    return '记到日历里了，到点前一小时叫您'
  } catch (error) {
    const said = String((error as { errMsg?: string }).errMsg)
    if (/cancel/.test(said)) return undefined
    throw /auth|deny/.test(said) ? new Refused('CALENDAR_OFF') : new Refused('INTERNAL')
  }
}
