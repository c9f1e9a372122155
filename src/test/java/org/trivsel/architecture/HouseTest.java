package org.trivsel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.trivsel.TrivselApplication;

/** The house as it was drawn: two floors, rooms with closed doors, the engine behind its own. */
@AnalyzeClasses(packages = "org.trivsel", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule THE_ENGINE_STAYS_BEHIND_ITS_DOORS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..process..",
                    "org.trivsel.platform.engine..",
                    "org.trivsel.platform.worklist..",
                    "org.trivsel.platform.studio..",
                    "org.trivsel.platform.deadline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule THE_PLATFORM_KNOWS_NOTHING_OF_SAFETY_PLANNING = noClasses()
            .that()
            .resideInAPackage("org.trivsel.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trivsel.practice..", "org.trivsel.web..", "org.trivsel.demo..");

    @ArchTest
    static final ArchRule THE_PRODUCT_DOES_NOT_NEED_THE_DEMO = noClasses()
            .that()
            .resideOutsideOfPackage("org.trivsel.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.trivsel.demo..");

    @ArchTest
    static final ArchRule DELEGATES_ARE_NAMED_AFTER_THEIR_SERVICE_TASK = classes()
            .that()
            .implement("org.camunda.bpm.engine.delegate.JavaDelegate")
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .resideInAPackage("..process..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @Test
    void roomsOnlyUseEachOthersDoorsAndNeverInACircle() {
        ApplicationModules.of(TrivselApplication.class).verify();
    }
}
