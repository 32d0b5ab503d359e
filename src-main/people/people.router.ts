import { rpc } from '../rpc/base.ts';
import { searchRouter } from '../search/search.router.ts';
import { visibleClasses } from './class-access.service.ts';
import { changeClass, classesInOrder, createClass } from './classes.service.ts';
import { addGuardian, changeGuardian, guardiansOf, removeGuardian } from './guardians.service.ts';
import { namedMemberships } from './memberships.queries.ts';
import { setClassFrom } from './memberships.service.ts';
import { momentOf } from './school-day.ts';
import { countFacesDue } from './students.queries.ts';
import {
  changeStudent,
  createStudent,
  requireVisibleStudent,
  searchStudents,
} from './students.service.ts';
import { changeSubject, createSubject, subjectsInOrder } from './subjects.service.ts';

const { classes, subjects, students, guardians } = rpc.people;

export const peopleRouter = rpc.people.router({
  search: searchRouter,
  classes: {
    list: classes.list.handler(({ context, input }) =>
      classesInOrder(context.db, input, {
        visible: visibleClasses(context.db, context),
        day: momentOf(context.platform).day,
      }),
    ),
    create: classes.create.handler(({ context, input }) =>
      createClass(context.db, input, momentOf(context.platform)),
    ),
    update: classes.update.handler(({ context, input }) =>
      changeClass(context.db, input, momentOf(context.platform)),
    ),
  },
  subjects: {
    list: subjects.list.handler(({ context, input }) => subjectsInOrder(context.db, input)),
    create: subjects.create.handler(({ context, input }) =>
      createSubject(context.db, input, context.platform.now()),
    ),
    update: subjects.update.handler(({ context, input }) =>
      changeSubject(context.db, input, context.platform.now()),
    ),
  },
  students: {
    list: students.list.handler(({ context, input }) =>
      searchStudents(context.db, { ...input, visible: visibleClasses(context.db, context) }),
    ),
    get: students.get.handler(({ context, input }) =>
      requireVisibleStudent(context.db, context, input.id),
    ),
    facesDue: students.facesDue.handler(({ context }) => countFacesDue(context.db)),
    memberships: students.memberships.handler(({ context, input }) => {
      requireVisibleStudent(context.db, context, input.id);
      return namedMemberships(context.db, input.id);
    }),
    setClassFrom: students.setClassFrom.handler(({ context, input }) =>
      setClassFrom(
        context,
        { studentId: input.id, day: input.day },
        momentOf(context.platform).day,
      ),
    ),
    create: students.create.handler(({ context, input }) =>
      createStudent(context.db, input, momentOf(context.platform)),
    ),
    update: students.update.handler(({ context, input }) => {
      const student = changeStudent(context, input, momentOf(context.platform));
      // An account that the student has goes with the student.
      context.host.connections.announceAll();
      return student;
    }),
  },
  guardians: {
    list: guardians.list.handler(({ context, input }) => guardiansOf(context, input.studentId)),
    create: guardians.create.handler(({ context, input }) =>
      addGuardian(context.db, input, context.platform.now()),
    ),
    update: guardians.update.handler(({ context, input }) => changeGuardian(context.db, input)),
    remove: guardians.remove.handler(({ context, input }) => removeGuardian(context.db, input.id)),
  },
});
