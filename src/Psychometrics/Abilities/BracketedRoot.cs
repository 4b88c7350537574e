namespace Beffroi.Psychometrics;

/// <summary>The zero of a continuous function between two points of opposite signs: inverse quadratic interpolation where it is safe, halving
/// elsewhere (Chandrupatla, 1997, Advances in Engineering Software 28, 145-149).</summary>
static class BracketedRoot
{
    public static double Between(Func<double, double> function, double low, double high, double tolerance = 1e-11)
    {
        var (x1, x2, x3) = (high, low, low);
        var (f1, f2, share) = (function(high), function(low), 0.5);
        while (true)
        {
            var x = x1 + (share * (x2 - x1));
            var f = function(x);
            double f3;
            if (Math.Sign(f) == Math.Sign(f1))
            {
                (x3, f3) = (x1, f1);
            }
            else
            {
                (x3, f3, x2, f2) = (x2, f2, x1, f1);
            }

            (x1, f1) = (x, f);
            var least = tolerance / Math.Abs(x2 - x1);
            if (f == 0 || least > 0.5)
            {
                return Math.Abs(f1) < Math.Abs(f2) ? x1 : x2;
            }

            var (place, level) = ((x1 - x2) / (x3 - x2), (f1 - f2) / (f3 - f2));
            var safe = level * level < place && (1 - level) * (1 - level) < 1 - place;
            var interpolated = (f1 / (f2 - f1) * (f3 / (f2 - f3))) + ((x3 - x1) / (x2 - x1) * (f1 / (f3 - f1)) * (f2 / (f3 - f2)));
            share = Math.Clamp(safe ? interpolated : 0.5, least, 1 - least);
        }
    }
}
