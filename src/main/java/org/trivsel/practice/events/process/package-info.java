/** The engine's side of this room. */
@NullMarked
package org.trivsel.practice.events.process;

import org.jspecify.annotations.NullMarked;
