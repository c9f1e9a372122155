/** The engine's side of the case file. */
@NullMarked
package org.trivsel.practice.casefile.process;

import org.jspecify.annotations.NullMarked;
