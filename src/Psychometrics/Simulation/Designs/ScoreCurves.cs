namespace Beffroi.Psychometrics;

/// <summary>Log-probability of every score of every item of a bank on a grid, tabulated once.</summary>
sealed class ScoreCurves(ItemBank bank, Quadrature grid)
{
    readonly double[][][] _curves = [.. bank.Items.Select(item => Tabulate(item.Model, grid))];

    public Quadrature Grid => grid;

    public void Add(int item, int score, Span<double> logLikelihood)
    {
        var curve = _curves[item][score];
        for (var k = 0; k < curve.Length; k++)
        {
            logLikelihood[k] += curve[k];
        }
    }

    static double[][] Tabulate(ItemModel item, Quadrature grid) => [.. Enumerable.Range(0, item.MaxScore + 1).Select(score =>
    {
        var curve = new double[grid.Points.Length];
        item.LogCurve(score, grid.Points.AsSpan(), curve);
        return curve;
    })];
}
