/** The engine's side of this room. */
@NullMarked
package org.trivsel.practice.network.process;

import org.jspecify.annotations.NullMarked;
