/** The task list's pages and its API. */
@NullMarked
package org.trivsel.platform.worklist.web;

import org.jspecify.annotations.NullMarked;
