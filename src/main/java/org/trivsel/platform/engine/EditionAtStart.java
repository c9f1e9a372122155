package org.trivsel.platform.engine;

import java.io.IOException;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys what stands in bpmn/ and forms/ when the application starts, if it changed since the last start. */
@Component
class EditionAtStart implements SmartInitializingSingleton {

    private final Editions editions;

    EditionAtStart(Editions editions) {
        this.editions = editions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            TreeMap<String, byte[]> files = new TreeMap<>();
            var resolver = new PathMatchingResourcePatternResolver();
            for (String folder : new String[] {"bpmn", "forms"}) {
                for (Resource file : resolver.getResources("classpath*:process/" + folder + "/*.*")) {
                    files.put(folder + "/" + file.getFilename(), file.getContentAsByteArray());
                }
            }
            editions.deploy(files);
        } catch (IOException e) {
            throw new BrokenEdition("The models and forms could not be read: " + e.getMessage(), e);
        }
    }
}
