package org.trivsel.platform.data;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a repository has read in this transaction: one step of a case asks for the same few rows dozens of times. Outside a
 * transaction nothing is remembered. Whoever writes such a row calls {@link #forget} first.
 *
 * @param <K> what the rows are asked for by
 * @param <V> what is read
 */
public final class Remembered<K, V> {

    /** What is remembered under the key; read now if it is the first time. */
    public V get(K key, Supplier<V> read) {
        Rows<K, V> rows = rows();
        return rows == null ? read.get() : rows.byKey.computeIfAbsent(key, missing -> read.get());
    }

    public void forget() {
        Rows<K, V> rows = rows();
        if (rows != null) {
            rows.byKey.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Rows<K, V> rows() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        Rows<K, V> rows = (Rows<K, V>) TransactionSynchronizationManager.getResource(this);
        if (rows == null) {
            rows = new Rows<>();
            TransactionSynchronizationManager.bindResource(this, rows);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(rows, this) {});
        }
        return rows;
    }

    private static final class Rows<K, V> extends ResourceHolderSupport {
        private final Map<K, V> byKey = new HashMap<>();
    }
}
