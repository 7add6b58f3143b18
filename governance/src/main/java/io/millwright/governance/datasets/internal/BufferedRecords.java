package io.millwright.governance.datasets.internal;

/** Records that are put together in a buffer; what is left to do is to fill it. */
abstract class BufferedRecords implements Records {

    /** The current record. */
    abstract RecordBuffer record();

    @Override
    public final int size() {
        return record().size();
    }

    @Override
    public final byte[] buffer() {
        return record().bytes();
    }

    @Override
    public final int start(int field) {
        return record().start(field);
    }

    @Override
    public final int end(int field) {
        return record().end(field);
    }

    @Override
    public final boolean isQuoted(int field) {
        return record().isText(field);
    }
}
