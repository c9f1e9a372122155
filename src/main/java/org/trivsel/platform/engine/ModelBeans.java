package org.trivsel.platform.engine;

import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The only beans a model may name: the delegates, {@code deadlines} and {@code people}. Everything else is not there. */
final class ModelBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    ModelBeans(ApplicationContext context) {
        this.context = context;
    }

    private boolean isOpen(@Nullable Object name) {
        return name instanceof String bean
                && (bean.endsWith("Delegate") || bean.equals("deadlines") || bean.equals("people"))
                && context.containsBean(bean);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return isOpen(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return isOpen(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
