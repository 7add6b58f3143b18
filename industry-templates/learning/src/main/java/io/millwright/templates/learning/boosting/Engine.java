package io.millwright.templates.learning.boosting;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The passage of data into the engine. */
final class Engine {

    private Engine() {}

    static DMatrix matrix(Matrix matrix) throws XGBoostError {
        DMatrix engineRows = new DMatrix(matrix.cells(), matrix.rows(), matrix.columns(), Float.NaN);
        String[] types = new String[matrix.columns()];
        for (int column = 0; column < types.length; column++) {
            types[column] = matrix.categorical()[column] ? "c" : "float";
        }
        engineRows.setFeatureTypes(types);
        return engineRows;
    }

    static DMatrix matrix(Labelled rows) throws XGBoostError {
        DMatrix matrix = matrix(rows.matrix());
        matrix.setLabel(rows.labels());
        if (rows.weights().length > 0) {
            matrix.setWeight(rows.weights());
        }
        return matrix;
    }
}
