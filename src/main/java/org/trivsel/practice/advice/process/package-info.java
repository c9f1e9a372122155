/** The engine's side of this room. */
@NullMarked
package org.trivsel.practice.advice.process;

import org.jspecify.annotations.NullMarked;
