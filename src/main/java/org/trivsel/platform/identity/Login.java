package org.trivsel.platform.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Log-in by user name and password. Single sign-on replaces it in production. */
@Configuration(proxyBeanMethods = false)
class Login {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService userDetailsService(Users users) {
        return username -> {
            User user = users.find(username).orElseThrow(() -> new UsernameNotFoundException(username));
            return org.springframework.security.core.userdetails.User.withUsername(username)
                    .password(users.passwordHash(username).orElseThrow())
                    .roles(user.roles().stream().map(Role::name).toArray(String[]::new))
                    .build();
        };
    }
}
