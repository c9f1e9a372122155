/** The engine's side of this room. */
@NullMarked
package org.trivsel.practice.followup.process;

import org.jspecify.annotations.NullMarked;
