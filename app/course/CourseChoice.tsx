import { OWN, shownCourse, useCourses, useShownCourse } from './courses';

/** Chooses among the courses at hand, where there are several. */
export function CourseChoice() {
  const all = useCourses();
  const shown = useShownCourse();
  if (all.size < 2) return null;
  return (
    <label className="learn-which">
      <span>Course</span>
      <select
        className="field"
        value={all.has(shown) ? shown : OWN}
        onChange={(e) => shownCourse.setState({ key: e.target.value })}
      >
        {[...all].map(([id, { title }]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
