/** The engine's side of this room. */
@NullMarked
package org.trivsel.practice.meeting.process;

import org.jspecify.annotations.NullMarked;
