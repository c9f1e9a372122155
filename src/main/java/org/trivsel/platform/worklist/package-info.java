/** Owns the task list and what people do with a task: claim, assign, draft, complete; and what may be started on a case. Does not draw conclusions from what a form says. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
