namespace Beffroi.Eva.BankStatistics;

/// <summary>Pearson's correlation between right (1) or not (0) and the share of right answers to the rest, person after person
/// (Lord &amp; Novick, 1968, Statistical Theories of Mental Test Scores, 15.3, the item left out of its own criterion).</summary>
sealed class PointBiserial
{
    double _x, _y, _xx, _yy, _xy;

    public int Count { get; private set; }

    public double? Value
    {
        get
        {
            if (Count < 2)
            {
                return null;
            }

            var (x, y) = ((Count * _xx) - (_x * _x), (Count * _yy) - (_y * _y));
            // Shares are fractions: what is left of them when they are all equal is the noise of additions.
            return x <= 1e-9 || y <= 1e-9 ? null : ((Count * _xy) - (_x * _y)) / Math.Sqrt(x * y);
        }
    }

    public void Add(bool right, double rest)
    {
        var x = right ? 1.0 : 0;
        (_x, _y, _xx, _yy, _xy, Count) = (_x + x, _y + rest, _xx + (x * x), _yy + (rest * rest), _xy + (x * rest), Count + 1);
    }
}
