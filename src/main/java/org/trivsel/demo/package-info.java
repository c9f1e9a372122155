/**
 * Owns the demonstration: users, cases played through the real tasks, the movable clock. Exists in the profile `demo`
 * only. Does not own any rule of the product.
 */
@ApplicationModule
@NullMarked
package org.trivsel.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
