/** The engine's side of this room. */
@NullMarked
package org.trivsel.practice.consent.process;

import org.jspecify.annotations.NullMarked;
