"""Where the figures of LogisticRegressionTest come from: scikit-learn 1.9.1. Prints penalty, intercept, coefficients, log odds of (.5, .5)."""

from sklearn.linear_model import LogisticRegression

X = [[-1.5, 0.2], [-1.0, 1.1], [-0.4, -0.7], [0.0, 0.4], [0.3, -1.2], [0.8, 1.9], [1.2, -0.3], [1.7, 0.6], [2.1, -1.6], [2.6, 0.9]]
Y = [0, 0, 1, 0, 0, 1, 0, 1, 1, 1]

for penalty in (0.1, 1, 10):
    model = LogisticRegression(C=1 / penalty, tol=1e-12, max_iter=10_000, solver="newton-cholesky").fit(X, Y)
    print(penalty, model.intercept_[0], *model.coef_[0], model.decision_function([[0.5, 0.5]])[0])

# the column divides the outcomes
divided = LogisticRegression(C=1, tol=1e-12, max_iter=10_000, solver="newton-cholesky").fit([[-2], [-1], [1], [2]], [0, 0, 1, 1])
print("divided", divided.intercept_[0], divided.coef_[0][0])
