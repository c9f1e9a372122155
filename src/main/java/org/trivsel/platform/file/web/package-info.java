/** Files on the pages of a task and a case, and the way to download one. */
@NullMarked
package org.trivsel.platform.file.web;

import org.jspecify.annotations.NullMarked;
