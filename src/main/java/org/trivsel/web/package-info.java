/** Owns the frame of the pages: layout, errors, language, security filter chain. Does not own any page's content. */
@ApplicationModule
@NullMarked
package org.trivsel.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
