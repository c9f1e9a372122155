package org.trivsel.web;

import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.worklist.ErrorTexts;

/** Somebody closes the page while it still loads: no error of ours, and nobody there to be told. */
class LeftPageTest {

    @RestController
    static class Asset {

        @GetMapping("/asset")
        String send() throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Asset())
            .setControllerAdvice(new Problems(
                    mock(ErrorTexts.class), new StaticMessageSource(), mock(CurrentUser.class), mock(FrameModel.class)))
            .build();

    @Test
    void whoHasLeftIsToldNothing() throws Exception {
        web.perform(get("/asset"))
                .andExpect(status().isOk())
                .andExpect(content().string(""));
    }
}
