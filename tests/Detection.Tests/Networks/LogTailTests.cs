using System.Numerics;
using CsCheck;

namespace Beffroi.Detection.Tests.Networks;

public sealed class LogTailTests
{
    [Fact]
    public void A_hypergeometric_tail_is_the_exact_quotient_of_whole_numbers() =>
        Gen.Select(Gen.Int[2, 300], Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[0, 60]).Sample((population, marked, drawn, count) =>
        {
            (marked, drawn) = (marked % (population + 1), drawn % (population + 1));
            var favourable = BigInteger.Zero;
            for (var k = count; k <= Math.Min(marked, drawn); k++)
            {
                favourable += Choose(marked, k) * Choose(population - marked, drawn - k);
            }

            Same(Log(favourable, Choose(population, drawn)), LogTail.Hypergeometric(count, population, marked, drawn));
        });

    [Fact]
    public void A_tail_far_under_the_smallest_number_is_still_told()
    {
        // 400 of 400 marked among 10⁶, all drawn in 400: one way out of C(10⁶, 400).
        Same(Log(BigInteger.One, Choose(1_000_000, 400)), LogTail.Hypergeometric(400, 1_000_000, 400, 400));
        Assert.True(LogTail.Poisson(5000, 1) < -30_000);
        Assert.True(double.IsFinite(LogTail.Overdispersed(5000, 1e-6, 10)));
    }

    [Fact]
    public void A_Poisson_tail_is_the_sum_of_its_terms() =>
        Gen.Select(Gen.Int[1, 40], Gen.Double[1e-6, 60]).Sample((count, mean) =>
        {
            var (sum, term) = (0.0, 0.0);
            for (var k = 400; k >= count; k--)
            {
                term = Math.Exp((k * Math.Log(mean)) - mean - Factorial(k));
                sum += term;
            }

            Same(Math.Log(sum), LogTail.Poisson(count, mean), 1e-9);
        });

    [Fact]
    public void A_negative_binomial_tail_is_the_complement_of_its_first_terms() =>
        Gen.Select(Gen.Int[1, 12], Gen.Double[0.5, 30], Gen.Double[0.05, 20]).Sample((count, mean, dispersion) =>
        {
            var (shape, below, term) = (1 / dispersion, 0.0, 0.0);
            for (var k = 0; k < count; k++)
            {
                term = k == 0 ? Math.Pow(shape / (shape + mean), shape) : term * (shape + k - 1) / k * mean / (mean + shape);
                below += term;
            }

            Assert.Equal(1 - below, Math.Exp(LogTail.Overdispersed(count, mean, dispersion)), tolerance: 1e-9);
        });

    [Fact]
    public void Without_dispersion_affinity_is_Poisson_and_dispersion_only_makes_chance_likelier_in_the_tail() =>
        Gen.Select(Gen.Int[2, 20], Gen.Double[1e-6, 0.5]).Sample((count, mean) =>
        {
            Same(LogTail.Poisson(count, mean), LogTail.Overdispersed(count, mean, 1e-9), 1e-4);
            Assert.True(LogTail.Overdispersed(count, mean, 10) >= LogTail.Poisson(count, mean));
        });

    [Fact]
    public void A_Poisson_binomial_tail_is_that_of_all_outcomes_one_by_one() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Double[0.01, 0.99], Gen.Double[0.01, 0.99], Gen.Int[1, 10]).Sample((a, b, p, q, count) =>
        {
            var exact = 0.0;
            for (var outcome = 0; outcome < 1 << (a + b); outcome++)
            {
                var chance = 1.0;
                for (var draw = 0; draw < a + b; draw++)
                {
                    var one = draw < a ? p : q;
                    chance *= (outcome >> draw & 1) == 1 ? one : 1 - one;
                }

                exact += BitOperations.PopCount((uint)outcome) >= count ? chance : 0;
            }

            Assert.Equal(exact, Math.Exp(PoissonBinomial.LogTail(count, [(a, p), (b, q)])), tolerance: 1e-10);
        });

    [Fact]
    public void Poisson_bounds_the_Poisson_binomial_from_above_past_the_mean() =>
        Gen.Select(Gen.Int[1, 200], Gen.Double[0.0001, 0.2], Gen.Int[1, 15]).Where((n, p, k) => k >= (n * p) + 1).Sample((draws, chance, count) =>
            Assert.True(PoissonBinomial.LogTail(count, [(draws, chance)]) <= LogTail.Poisson(count, draws * chance) + 1e-9));

    [Fact]
    public void Benjamini_and_Hochberg_reject_what_their_own_step_up_rule_rejects() =>
        Gen.Select(Gen.Double[0, 1].Array[1, 40], Gen.Int[0, 200], Gen.Double[0.001, 0.5]).Sample((chances, more, rate) =>
        {
            var tests = chances.Length + more;
            // The rule as published, on all tests: the largest k of which p(k) ≤ k/m·rate; the other tests have p = 1.
            var all = chances.Concat(Enumerable.Repeat(1.0, more)).Order().ToArray();
            var rejected = Enumerable.Range(1, tests).LastOrDefault(k => all[k - 1] <= k * rate / tests);
            var adjusted = BenjaminiHochberg.Adjust([.. chances.Select(p => Math.Log(p))], tests);
            Assert.Equal(Math.Min(rejected, chances.Length), adjusted.Count(q => q <= Math.Log(rate) + 1e-12));
        });

    [Theory]
    [InlineData(0.05, 1.6448536269514722)]
    [InlineData(0.025, 1.959963984540054)]
    [InlineData(0.5, 0)]
    [InlineData(1e-9, 5.997807015008182)]
    public void Deviates_are_those_of_the_tables(double chance, double deviate)
    {
        Assert.Equal(deviate, NormalDeviate.Above(chance), 9);
        Assert.Equal(deviate, NormalDeviate.AboveLog(Math.Log(chance)), 9);
    }

    static void Same(double expected, double actual, double tolerance = 1e-8) =>
        Assert.True(expected == actual || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{expected} and {actual}");

    static double Log(BigInteger part, BigInteger whole) => part.IsZero ? double.NegativeInfinity : part == whole ? 0 : BigInteger.Log(part) - BigInteger.Log(whole);

    static BigInteger Choose(long n, long k)
    {
        if (k < 0 || k > n)
        {
            return 0;
        }

        var value = BigInteger.One;
        for (var i = 1; i <= k; i++)
        {
            value = value * (n - k + i) / i;
        }

        return value;
    }

    static double Factorial(int k) => Enumerable.Range(1, k).Sum(i => Math.Log(i));
}
