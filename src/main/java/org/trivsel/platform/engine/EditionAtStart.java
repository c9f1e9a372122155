package org.trivsel.platform.engine;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys what stands in bpmn/ and forms/ when the application starts, if it changed since the last start. */
@Component
class EditionAtStart implements SmartInitializingSingleton {

    private final Editions editions;
    private final String location;

    /** @param location where the folders bpmn and forms stand: in the jar, or a directory a manager keeps */
    EditionAtStart(Editions editions, @Value("${trivsel.edition:classpath*:process}") String location) {
        this.editions = editions;
        this.location = location;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            TreeMap<String, byte[]> files = new TreeMap<>();
            var resolver = new PathMatchingResourcePatternResolver();
            for (String folder : new String[] {"bpmn", "forms"}) {
                for (Resource file : resolver.getResources(location + "/" + folder + "/*.*")) {
                    files.put(folder + "/" + file.getFilename(), file.getContentAsByteArray());
                }
            }
            if (files.isEmpty()) {
                throw new BrokenEdition(List.of(location + ": no models and no forms stand there"));
            }
            editions.deploy(files);
        } catch (IOException e) {
            throw new BrokenEdition("The models and forms could not be read: " + e.getMessage(), e);
        }
    }
}
