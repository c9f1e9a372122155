/** The engine's side of this room. */
@NullMarked
package org.trivsel.practice.plan.process;

import org.jspecify.annotations.NullMarked;
