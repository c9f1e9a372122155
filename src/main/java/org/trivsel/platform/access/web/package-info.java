/** Pages for opening a case in an emergency and for reading the access log. */
@NullMarked
package org.trivsel.platform.access.web;

import org.jspecify.annotations.NullMarked;
