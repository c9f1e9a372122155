/** Owns network members and their commitment (gate G4). Does not own the rules they carry out. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
