package org.trivsel.platform.identity;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking. */
@Component
public class CurrentUser {

    private final Users users;

    CurrentUser(Users users) {
        this.users = users;
    }

    /** @throws IllegalStateException when nobody is logged in: a page that is open to all must not ask */
    public User get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("nobody is logged in");
        }
        return users.find(authentication.getName())
                .orElseThrow(() -> new IllegalStateException("unknown user " + authentication.getName()));
    }
}
