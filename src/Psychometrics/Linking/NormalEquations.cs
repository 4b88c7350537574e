using System.Runtime.InteropServices;

namespace Beffroi.Psychometrics;

/// <summary>Sums of a weighted least-squares problem in two unknowns: squared residuals, their gradient and the Gauss-Newton curvature.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct NormalEquations
{
    public double Distance { get; private init; }

    double GradientA { get; init; }

    double GradientB { get; init; }

    double CurvatureA { get; init; }

    double CurvatureB { get; init; }

    double Cross { get; init; }

    /// <summary>One more residual, with its derivatives with respect to both unknowns.</summary>
    public NormalEquations With(double weight, double residual, double byA, double byB) => new()
    {
        Distance = Distance + (weight * residual * residual),
        GradientA = GradientA + (weight * residual * byA),
        GradientB = GradientB + (weight * residual * byB),
        CurvatureA = CurvatureA + (weight * byA * byA),
        CurvatureB = CurvatureB + (weight * byB * byB),
        Cross = Cross + (weight * byA * byB),
    };

    /// <summary>The damped step towards the minimum; null when the residuals do not depend on the unknowns.</summary>
    public (double A, double B)? Step(double damping)
    {
        var (a, b) = (CurvatureA * (1 + damping), CurvatureB * (1 + damping));
        var determinant = (a * b) - (Cross * Cross);
        return determinant > ItemModel.Tiny
            ? (-((b * GradientA) - (Cross * GradientB)) / determinant, -((a * GradientB) - (Cross * GradientA)) / determinant)
            : null;
    }
}
