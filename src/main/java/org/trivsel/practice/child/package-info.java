/** Owns conversations with the child and the words and pictures explanation (gate G5). Does not decide who may read them; the journal does. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.child;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
