import { rpc } from '../rpc/base.ts';
import { readCalendar } from './calendar.queries.ts';
import { removeHoliday, removeTerm, saveHoliday, saveTerm } from './calendar.service.ts';
import { readDays } from './days.service.ts';
import { teachersInUse } from './lessons.queries.ts';
import { addLesson, changeLesson, removeLesson } from './lessons.service.ts';
import { clearNotHeld, setNotHeld } from './not-held.service.ts';

const { timetable } = rpc;

export const timetableRouter = timetable.router({
  calendar: timetable.calendar.handler(({ context }) => readCalendar(context.db)),
  saveTerm: timetable.saveTerm.handler(({ context, input }) => saveTerm(context, input)),
  removeTerm: timetable.removeTerm.handler(({ context, input }) => removeTerm(context, input.id)),
  saveHoliday: timetable.saveHoliday.handler(({ context, input }) => saveHoliday(context, input)),
  removeHoliday: timetable.removeHoliday.handler(({ context, input }) =>
    removeHoliday(context, input.id),
  ),
  teachers: timetable.teachers.handler(({ context }) => teachersInUse(context.db)),
  days: timetable.days.handler(({ context, input }) => readDays(context, input)),
  addLesson: timetable.addLesson.handler(({ context, input }) => addLesson(context, input)),
  changeLesson: timetable.changeLesson.handler(({ context, input }) =>
    changeLesson(context, input.id, input.lesson),
  ),
  removeLesson: timetable.removeLesson.handler(({ context, input }) =>
    removeLesson(context, input.id, input.from),
  ),
  setNotHeld: timetable.setNotHeld.handler(({ context, input }) => setNotHeld(context, input)),
  clearNotHeld: timetable.clearNotHeld.handler(({ context, input }) =>
    clearNotHeld(context, input),
  ),
});
